package org.cmm.server.architecture.offenders.server.fleet;

import org.cmm.server.architecture.offenders.server.platform.Nosy;
import org.jspecify.annotations.Nullable;

/** Breaks: a name that says nothing, and a cycle. */
public record FleetManager(@Nullable Nosy nosy) {}
