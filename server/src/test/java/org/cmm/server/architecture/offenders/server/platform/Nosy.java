package org.cmm.server.architecture.offenders.server.platform;

import org.cmm.server.architecture.offenders.server.fleet.FleetManager;

/** Breaks: platform knows a feature, which knows platform. */
public record Nosy(FleetManager fleet) {}
