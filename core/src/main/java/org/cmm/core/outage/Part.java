package org.cmm.core.outage;

/** A stretch of an outage and what it was lost to. */
public record Part(Span span, Cause cause) {}
