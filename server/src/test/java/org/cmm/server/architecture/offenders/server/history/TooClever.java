package org.cmm.server.architecture.offenders.server.history;

import org.cmm.server.architecture.offenders.server.outage.Judged;

/** Breaks: history knows what is made of it. */
public record TooClever(Judged judged) {}
