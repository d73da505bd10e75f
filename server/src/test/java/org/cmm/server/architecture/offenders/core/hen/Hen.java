package org.cmm.server.architecture.offenders.core.hen;

import org.cmm.server.architecture.offenders.core.egg.Egg;

/** Breaks: two parts of core need each other. */
public record Hen(Egg first) {}
