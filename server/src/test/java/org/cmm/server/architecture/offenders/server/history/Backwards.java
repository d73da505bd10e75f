package org.cmm.server.architecture.offenders.server.history;

import org.cmm.server.architecture.offenders.server.intake.Source;

/** Breaks: history knows where its rows come from. */
public record Backwards(Source source) {}
