package org.cmm.protocol;

import java.util.List;

/**
 * Which drills the agent's own configuration allows; the server can change none of it.
 *
 * @param faults the words of {@link DrillFault}
 * @param seconds the longest that any of them may last
 * @param percent the strongest that any of them may be
 * @param volume the mount point of the file system that a disk drill fills, empty where that is not known
 */
public record DrillConsent(List<String> faults, int seconds, int percent, String volume) {
    public DrillConsent {
        faults = List.copyOf(faults);
    }
}
