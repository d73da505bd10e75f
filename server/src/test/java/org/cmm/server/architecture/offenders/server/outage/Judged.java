package org.cmm.server.architecture.offenders.server.outage;

/** Only something to point at. */
public record Judged(String cause) {}
