package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import org.cmm.core.alert.Quietest;
import org.cmm.core.alert.Quietest.Marked;
import org.cmm.core.alert.Quietest.Sample;
import org.cmm.core.alert.Replay;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;
import org.cmm.server.platform.Problem;

/**
 * What a rule would have done, by the evaluator that pages people, over what is on disk.
 *
 * <p>One replay runs at a time, and each stops after {@link #LONGEST}: it then has looked at some of the machines only,
 * taken evenly from all, and says so. Memory: one machine's state, and the samples around marks.
 */
@Singleton
class RuleReplay {

    static final Duration LONGEST = Duration.ofSeconds(15);
    static final int MOST_DAYS = 90;
    static final int MOST_MARKS = 10;
    static final Duration LONGEST_MARK = Duration.ofDays(2);

    /** Neighbours in the list are often alike; a stride without a common factor visits all of them, evenly. */
    private static final int STRIDE = 7_919;

    private final StoredSamples samples;
    private final Servers servers;
    private final InstantSource clock;
    private final Semaphore one = new Semaphore(1);

    RuleReplay(StoredSamples samples, Servers servers, InstantSource clock) {
        this.samples = samples;
        this.servers = servers;
        this.clock = clock;
    }

    /** What is to be tried, where, and since how many days. */
    record Trial(Rule rule, RuleScope scope, int days, List<Mark> marks) {}

    /** A time on a machine that should have been caught. */
    record Mark(Server server, Instant from, Instant to) {}

    /**
     * What one machine would have had.
     *
     * @param length of all its alerts together
     */
    record Machine(Server server, int times, Duration length, Severity worst, Instant last) {}

    /**
     * What there would have been.
     *
     * @param machines those with alerts, the most often first
     * @param asked how many machines the rule is for
     * @param looked how many of them there was time for
     * @param rows how many samples were read
     * @param quietest the highest level that catches every mark
     */
    record Result(
            Instant from,
            Instant to,
            List<Machine> machines,
            int asked,
            int looked,
            long rows,
            OptionalDouble quietest) {

        int fired() {
            return machines.stream().mapToInt(Machine::times).sum();
        }
    }

    /**
     * Runs a trial.
     *
     * @throws org.cmm.server.platform.ProblemException when another one runs
     */
    Result run(Trial trial) {
        if (!one.tryAcquire()) {
            throw Problem.conflict(
                            "replay-running",
                            "another replay is running; try again when it is done, in %ds at most"
                                    .formatted(LONGEST.toSeconds()))
                    .exception();
        }
        try {
            return new Run(trial, clock.instant(), System.nanoTime() + LONGEST.toNanos()).result();
        } finally {
            one.release();
        }
    }

    /** One trial under way. */
    private final class Run {
        private final Trial trial;
        private final Instant now;
        private final long endNanos;
        private long rows;

        Run(Trial trial, Instant now, long endNanos) {
            this.trial = trial;
            this.now = now;
            this.endNanos = endNanos;
        }

        Result result() {
            List<Server> covered =
                    servers.active().stream().filter(trial.scope()::covers).toList();
            Instant from = now.minus(Duration.ofDays(trial.days()));
            OptionalDouble quietest = trial.marks().isEmpty() ? OptionalDouble.empty() : quietest();
            List<Machine> machines = new ArrayList<>();
            int looked = 0;
            while (looked < covered.size() && (looked == 0 || System.nanoTime() < endNanos)) {
                Server server = covered.get((int) ((long) looked * STRIDE % covered.size()));
                machine(server, from).ifPresent(machines::add);
                looked++;
            }
            machines.sort(Comparator.comparing(Machine::times).reversed().thenComparing(one -> one.server()
                    .code()));
            return new Result(from, now, List.copyOf(machines), covered.size(), looked, rows, quietest);
        }

        private Optional<Machine> machine(Server server, Instant from) {
            Replay replay = new Replay(trial.rule());
            samples.eachBetween(
                    server.id(), from.minus(Quietest.lookback(trial.rule())), now, read -> feed(replay, read));
            List<Episode> episodes = replay.episodes().stream()
                    .filter(episode -> !episode.from().isBefore(from))
                    .toList();
            if (episodes.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Machine(
                    server,
                    episodes.size(),
                    episodes.stream().map(episode -> episode.length(now)).reduce(Duration.ZERO, Duration::plus),
                    episodes.stream()
                            .map(Episode::worst)
                            .max(Comparator.naturalOrder())
                            .orElseThrow(),
                    episodes.stream()
                            .map(Episode::from)
                            .max(Comparator.naturalOrder())
                            .orElseThrow()));
        }

        private void feed(Replay replay, SampleRows read) {
            for (int row = 0; row < read.count(); row++) {
                replay.feed(
                        read.at()[row],
                        read.layout().series(),
                        read.values(),
                        row * read.layout().columns());
                rows++;
            }
        }

        private OptionalDouble quietest() {
            List<Marked> marks = trial.marks().stream().map(this::marked).toList();
            return new Quietest(trial.rule(), marks).level();
        }

        private Marked marked(Mark mark) {
            List<Sample> around = new ArrayList<>();
            Instant begin = mark.from().minus(Quietest.lookback(trial.rule()));
            samples.eachBetween(mark.server().id(), begin, mark.to(), read -> {
                int columns = read.layout().columns();
                for (int row = 0; row < read.count(); row++) {
                    around.add(new Sample(
                            read.at()[row],
                            read.layout().series(),
                            Arrays.copyOfRange(read.values(), row * columns, (row + 1) * columns)));
                }
            });
            return new Marked(mark.from(), mark.to(), around);
        }
    }
}
