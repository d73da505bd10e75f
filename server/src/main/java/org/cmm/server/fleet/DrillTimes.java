package org.cmm.server.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** When drills were practised on machines, as whatever orders them knows it. What happened then is no real trouble. */
public interface DrillTimes {

    /**
     * A drill's time.
     *
     * @param drill its number
     * @param end of the stress
     * @param until what happens up to here counts as the drill's: holds, late samples, late notices
     */
    record DrillTime(int drill, int server, Instant start, Instant end, Instant until) {

        /** A silence begins at the last delivery before it, a little before its drill. */
        public static final Duration LEAD = Duration.ofMinutes(1);

        /** Whether something of this server that began at this time is the drill's doing. */
        public boolean causes(int other, Instant began) {
            return server == other && !began.isBefore(start) && !began.isAfter(until);
        }

        /** The same of a silence, which is dated from the last that was heard. */
        public boolean silences(int other, Instant began) {
            return server == other && !began.isBefore(start.minus(LEAD)) && !began.isAfter(end);
        }

        /** Whether a reading of that time is made by the stress. */
        public boolean moves(Instant time) {
            return !time.isBefore(start) && !time.isAfter(end.plus(LEAD));
        }
    }

    /** The number of the latest of these drills for which this holds; 0 when none. */
    static int latest(List<DrillTime> drills, Predicate<DrillTime> wanted) {
        return drills.reversed().stream()
                .filter(wanted)
                .mapToInt(DrillTime::drill)
                .findFirst()
                .orElse(0);
    }

    /** Those with a moment in common with the time from {@code from} to {@code to}, in order of their start. */
    List<DrillTime> between(Instant from, Instant to);

    /** Whether a drill goes on or went on a moment ago, from memory; what comes from the server is no habit of it. */
    boolean practises(int server);

    /** Those that can have to do with what began at these times. */
    default List<DrillTime> around(Collection<Instant> begins) {
        return begins.stream()
                .min(Instant::compareTo)
                .map(first -> between(
                        first.minus(DrillTime.LEAD),
                        begins.stream().max(Instant::compareTo).orElse(first).plus(DrillTime.LEAD)))
                .orElse(List.of());
    }
}
