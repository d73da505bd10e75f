package org.cmm.server.architecture.offenders.server.calibration;

/** What others lean on. */
public record Guess(double hours) {}
