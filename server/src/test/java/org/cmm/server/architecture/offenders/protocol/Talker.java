package org.cmm.server.architecture.offenders.protocol;

import org.cmm.server.architecture.offenders.core.ClockReader;

/** Breaks: protocol knows core. */
public record Talker(ClockReader reader) {}
