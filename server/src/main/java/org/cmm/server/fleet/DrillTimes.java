package org.cmm.server.fleet;

import java.time.Instant;
import java.util.List;

/** When drills were practised on machines, as whatever orders them knows it. What happened then is no real trouble. */
public interface DrillTimes {

    /**
     * A drill's time, its aftermath included.
     *
     * @param drill its number
     * @param end what happens up to here counts as the drill's
     */
    record DrillTime(int drill, int server, Instant start, Instant end) {
        public boolean holds(int other, Instant time) {
            return server == other && !time.isBefore(start) && !time.isAfter(end);
        }
    }

    /** Those with a moment in common with the time from {@code from} to {@code to}, in order of their start. */
    List<DrillTime> between(Instant from, Instant to);
}
