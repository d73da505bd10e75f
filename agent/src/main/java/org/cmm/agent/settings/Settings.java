package org.cmm.agent.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person has set, checked.
 *
 * @param server where the server answers, http or https, without a trailing slash
 * @param token for enrolment, needed only until the machine is enrolled; never printed
 * @param tokenIn the file that holds the token and should lose it once it was used
 * @param authority whose word about the server counts, instead of the machine's own list
 * @param hostRoot where the root of the machine's own file systems is seen; {@code /} unless in a container
 */
public record Settings(
        URI server,
        Optional<String> token,
        Optional<ConfigFile> tokenIn,
        Optional<Trust> authority,
        Path dataDirectory,
        Duration interval,
        Duration deliveryInterval,
        long spoolBytes,
        Duration spoolAge,
        Path hostRoot,
        DrillLimits drills) {
    /** Holds a week of the widest rows at the usual interval, and several weeks of usual ones. */
    public static final long USUAL_SPOOL_BYTES = 128L << 20;

    public boolean encrypts() {
        return server.getScheme().equals("https");
    }

    public boolean staysOnThisMachine() {
        return server.getHost().matches("(?i)localhost|127\\.[\\d.]+|\\[::1]");
    }

    @Override
    public String toString() {
        return "Settings[" + server + "]";
    }
}
