package org.cmm.server.architecture.offenders.server.alert;

import org.cmm.server.architecture.offenders.server.calibration.Guess;

/** Breaks: people are alarmed by what was fitted. */
record Omen(Guess guess) {}
