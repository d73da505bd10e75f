package org.cmm.server.outage;

import java.time.Instant;
import org.cmm.core.outage.Cause;

/**
 * What a person says about the cause of an outage. It stands above CMM's verdict, which goes on being revised beneath.
 *
 * @param from what CMM had judged then
 * @param note in the person's words; possibly empty
 */
public record Correction(Cause to, Cause from, String by, Instant at, String note) {}
