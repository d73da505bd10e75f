package org.cmm.server.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Span;

/**
 * Where samples are missing. Machines are sampled at paces of their own, so a pause is a hole only when it is long
 * against what is usual.
 */
final class Holes {

    private static final double UNUSUAL = 2.5;

    private Holes() {}

    /** Gaps between these times, which are in order. */
    static List<Gap> between(List<Instant> times, Duration shortest) {
        Duration longest = longestPause(times, shortest);
        List<Gap> gaps = new ArrayList<>();
        for (int index = 1; index < times.size(); index++) {
            if (Duration.between(times.get(index - 1), times.get(index)).compareTo(longest) > 0) {
                gaps.add(new Gap(times.get(index - 1), Optional.of(times.get(index))));
            }
        }
        return gaps;
    }

    /** Stretches of these times without a hole; a single time is a stretch of no length. */
    static List<Span> filled(List<Instant> times, Duration shortest) {
        Duration longest = longestPause(times, shortest);
        List<Span> filled = new ArrayList<>();
        for (Instant time : times) {
            Span last = filled.isEmpty() ? null : filled.getLast();
            if (last == null || Duration.between(last.to(), time).compareTo(longest) > 0) {
                filled.add(new Span(time, time));
            } else {
                filled.set(filled.size() - 1, new Span(last.from(), time));
            }
        }
        return filled;
    }

    private static Duration longestPause(List<Instant> times, Duration shortest) {
        List<Duration> pauses = new ArrayList<>();
        for (int index = 1; index < times.size(); index++) {
            pauses.add(Duration.between(times.get(index - 1), times.get(index)));
        }
        if (pauses.isEmpty()) {
            return shortest;
        }
        pauses.sort(null);
        Duration usual = pauses.get((pauses.size() - 1) / 2);
        Duration unusual = Duration.ofMillis(Math.round(usual.toMillis() * UNUSUAL));
        return unusual.compareTo(shortest) > 0 ? unusual : shortest;
    }
}
