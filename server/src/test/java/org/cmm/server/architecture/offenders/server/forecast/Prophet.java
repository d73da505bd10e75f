package org.cmm.server.architecture.offenders.server.forecast;

import org.cmm.server.architecture.offenders.server.alert.Bell;

/** Breaks: a forecast rings by itself. */
public record Prophet(Bell bell) {}
