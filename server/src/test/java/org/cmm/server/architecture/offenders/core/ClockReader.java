package org.cmm.server.architecture.offenders.core;

import java.nio.file.Path;
import org.cmm.server.architecture.offenders.server.fleet.FleetManager;

/** Breaks: core reads the clock, touches files and knows the server. */
public final class ClockReader {

    private ClockReader() {}

    public static String read(FleetManager fleet) {
        return Path.of("clock").toString() + System.currentTimeMillis() + fleet;
    }
}
