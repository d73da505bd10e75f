package org.cmm.server.architecture.offenders.server.intake;

/** Only something to point at. */
public record Source(String name) {}
