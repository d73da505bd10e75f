package org.cmm.server.architecture.offenders.core.egg;

import org.cmm.server.architecture.offenders.core.hen.Hen;

/** Breaks: two parts of core need each other. */
public record Egg(Hen first) {}
