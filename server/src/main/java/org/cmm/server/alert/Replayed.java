package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Server;

/**
 * What there would have been.
 *
 * @param tried the rule that was asked about
 * @param quietest the highest level that catches every mark, with everything else as it is
 * @param proposal the rule with the fewest alerts that catches every mark, of those that hold for other times too
 */
record Replayed(Instant from, Instant to, Fires tried, Reach reach, OptionalDouble quietest, Optional<Fires> proposal) {

    private static final double WEEK = Duration.ofDays(7).toSeconds();

    /** Why it ended. */
    enum End {
        /** All machines were looked at. */
        WHOLE,
        /** The time was over. */
        TIME,
        /** The rule fires so often that nobody could use it. */
        ALERTS,
        /** Somebody stopped it. */
        STOPPED
    }

    /**
     * How far it came.
     *
     * @param asked how many machines the rule is for
     * @param looked how many of them it looked at, taken evenly from all
     * @param rows how many samples it read
     * @param watched how long the machines were measured, all together: without their silences
     */
    record Reach(int asked, int looked, long rows, Duration watched, End end) {}

    /**
     * What one rule would have done.
     *
     * @param machines those with alerts, the most often first
     */
    record Fires(Rule rule, List<Machine> machines) {

        static final Comparator<Machine> OFTEN_FIRST = Comparator.comparingInt(Machine::times)
                .reversed()
                .thenComparing(machine -> machine.server().code());

        Fires {
            machines = machines.stream().sorted(OFTEN_FIRST).toList();
        }

        int times() {
            return machines.stream().mapToInt(Machine::times).sum();
        }

        Duration length() {
            return machines.stream().map(Machine::length).reduce(Duration.ZERO, Duration::plus);
        }

        /** The middle one of all lengths; nought without any. */
        Duration median() {
            return middle(machines.stream().flatMap(Machine::lengths));
        }

        /** Alerts on one machine in one week of being measured. */
        double weekly(Reach reach) {
            double weeks = reach.watched().toSeconds() / WEEK;
            return weeks == 0 ? 0 : times() / weeks;
        }
    }

    /**
     * What one machine would have had.
     *
     * @param episodes its alerts, in order of time; at least one
     * @param until when those that are open were looked at
     */
    record Machine(Server server, List<Episode> episodes, Instant until) {

        Machine {
            episodes = episodes.stream()
                    .sorted(Comparator.comparing(Episode::from))
                    .toList();
        }

        int times() {
            return episodes.size();
        }

        Duration length() {
            return lengths().reduce(Duration.ZERO, Duration::plus);
        }

        Duration median() {
            return middle(lengths());
        }

        Severity worst() {
            return episodes.stream()
                    .map(Episode::worst)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        Instant last() {
            return episodes.getLast().from();
        }

        Stream<Duration> lengths() {
            return episodes.stream().map(episode -> episode.length(until));
        }
    }

    private static Duration middle(Stream<Duration> lengths) {
        List<Duration> sorted = lengths.sorted().toList();
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((sorted.size() - 1) / 2);
    }
}
