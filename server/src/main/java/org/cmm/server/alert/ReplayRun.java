package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.core.alert.Quietest;
import org.cmm.core.alert.Quietest.Marked;
import org.cmm.core.alert.Quietest.Sample;
import org.cmm.core.alert.Replay;
import org.cmm.core.alert.Replay.Episode;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Timing;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.alert.Replayed.End;
import org.cmm.server.alert.Replayed.Fires;
import org.cmm.server.alert.Replayed.Machine;
import org.cmm.server.alert.Replayed.Reach;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.alert.RuleReplay.Trial;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Server;
import org.cmm.server.forecast.Forecasts;
import org.cmm.server.history.RealReadings;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;

/** One replay under way: the rule that was asked about, and those that could be proposed, over the same samples. */
final class ReplayRun {

    /** Of the rule and what could be proposed: more of them would tell nothing new. */
    static final int MOST_ALERTS = 200_000;

    /** Neighbours in the list are often alike; a stride without a common factor visits all of them, evenly. */
    private static final int STRIDE = 7_919;

    /** What is read at once. */
    private static final Duration PORTION = Duration.ofDays(1);

    private static final List<Duration> HOLDS =
            Stream.of(0, 1, 2, 5, 10, 15, 30, 60).map(Duration::ofMinutes).toList();

    private final Trial trial;
    private final Past past;
    private final Instant now;
    private final ReplayProgress progress;
    private long rows;
    private final Map<Integer, Columns> narrowed = new HashMap<>();
    private Duration watched = Duration.ZERO;
    private int alerts;

    ReplayRun(Trial trial, Past past, Instant now, ReplayProgress progress) {
        this.trial = trial;
        this.past = past;
        this.now = now;
        this.progress = progress;
    }

    /** What rules are tried on. */
    record Past(StoredSamples samples, Forecasts forecasts, DrillTimes drills) {}

    /** What one rule does on machine after machine. */
    private record Candidate(Rule rule, List<Machine> machines) {
        Candidate(Rule rule) {
            this(rule, new ArrayList<>());
        }

        Fires fires() {
            return new Fires(rule, machines);
        }
    }

    Replayed over(List<Server> covered) {
        Instant from = now.minus(Duration.ofDays(trial.days()));
        Quietest quietest = new Quietest(trial.rule(), marked());
        boolean asked = !trial.marks().isEmpty() && !trial.rule().kind().isForetold();
        OptionalDouble level = asked ? quietest.level() : OptionalDouble.empty();
        Candidate tried = new Candidate(trial.rule());
        List<Candidate> others = asked
                ? quietest
                        .proposals(
                                holds(),
                                AmountText.neat(RuleFigures.unit(trial.rule().kind())))
                        .stream()
                        .map(Candidate::new)
                        .toList()
                : List.of();
        List<Candidate> all = Stream.concat(Stream.of(tried), others.stream()).toList();
        int looked = 0;
        while (looked < covered.size() && end(looked) == End.WHOLE) {
            looked += look(covered.get((int) ((long) looked * STRIDE % covered.size())), from, all);
            progress.reached(looked, rows);
        }
        End end = looked == covered.size() ? End.WHOLE : end(looked);
        return new Replayed(
                from,
                now,
                tried.fires(),
                new Reach(covered.size(), looked, rows, watched, end),
                level,
                others.stream().map(Candidate::fires).min(quietestFirst()));
    }

    /** Why to end here; one machine at least is looked at, unless somebody stops it. */
    private End end(int looked) {
        if (progress.isStopped()) {
            return End.STOPPED;
        }
        if (alerts > MOST_ALERTS) {
            return End.ALERTS;
        }
        return looked > 0 && progress.isLate() ? End.TIME : End.WHOLE;
    }

    private Comparator<Fires> quietestFirst() {
        Duration wanted = trial.rule().timing().raiseAfter();
        return Comparator.comparingInt(Fires::times)
                .thenComparing(Fires::length)
                .thenComparing(fires ->
                        fires.rule().timing().raiseAfter().minus(wanted).abs());
    }

    /** Looks at one machine; none when it was stopped meanwhile. */
    private int look(Server server, Instant from, List<Candidate> candidates) {
        List<Replay> replays =
                candidates.stream().map(one -> new Replay(one.rule())).toList();
        Feeding feeding = new Feeding(replays, from.toEpochMilli());
        if (trial.rule().kind().isForetold()) {
            new Foretold(past.forecasts().known(server.id())).eachDay(from, now, feeding::foretell);
        } else {
            read(server, from.minus(longestLookback()), now, feeding);
        }
        if (progress.isStopped()) {
            return 0;
        }
        watched = watched.plusMillis(feeding.watched);
        for (int index = 0; index < replays.size(); index++) {
            List<Episode> episodes = replays.get(index).episodes().stream()
                    .filter(episode -> !episode.from().isBefore(from))
                    .toList();
            alerts += episodes.size();
            if (!episodes.isEmpty()) {
                candidates.get(index).machines().add(new Machine(server, episodes, now));
            }
        }
        return 1;
    }

    /** What drills made of a machine is left out: it tells nothing of its real trouble. */
    private void read(Server server, Instant from, Instant to, Consumer<SampleRows> all) {
        List<DrillTime> practised = past.drills().between(from, to).stream()
                .filter(drill -> drill.server() == server.id())
                .toList();
        Consumer<SampleRows> reader = practised.isEmpty() ? all : RealReadings.of(practised, all);
        Instant begin = from;
        while (!begin.isAfter(to) && !progress.isStopped()) {
            Instant end = begin.plus(PORTION).minusMillis(1);
            past.samples().eachBetween(server.id(), begin, end.isAfter(to) ? to : end, reader);
            begin = begin.plus(PORTION);
        }
    }

    /** Tells every replay of every sample, and how long the machine was measured. */
    private final class Feeding implements Consumer<SampleRows> {
        private final List<Replay> replays;
        private final long longestGap = trial.rule().timing().maxGap().toMillis();
        private long last;
        private long watched;

        Feeding(List<Replay> replays, long from) {
            this.replays = replays;
            this.last = from;
        }

        void foretell(Instant at, Map<Series, Forecast> forecasts) {
            replays.forEach(replay -> replay.foretell(at, forecasts));
            watched += Duration.ofDays(1).toMillis();
            rows++;
        }

        @Override
        public void accept(SampleRows read) {
            int columns = read.layout().columns();
            for (int row = 0; row < read.count(); row++) {
                long at = read.at()[row];
                for (Replay replay : replays) {
                    replay.feed(at, read.layout().series(), read.values(), row * columns);
                }
                if (at > last) {
                    watched += at - last <= longestGap ? at - last : 0;
                    last = at;
                }
                rows++;
            }
        }
    }

    private List<Duration> holds() {
        return Stream.concat(Stream.of(trial.rule().timing().raiseAfter()), HOLDS.stream())
                .toList();
    }

    private Duration longestLookback() {
        return trial.marks().isEmpty() ? Quietest.lookback(trial.rule()) : lookback(trial.rule());
    }

    /** How long before a mark samples matter, with the longest hold that could be proposed. */
    static Duration lookback(Rule rule) {
        Timing timing = rule.timing();
        Duration hold = timing.raiseAfter().compareTo(HOLDS.getLast()) > 0 ? timing.raiseAfter() : HOLDS.getLast();
        Timing longest = new Timing(hold, timing.clearAfter(), timing.maxGap());
        return Quietest.lookback(new Rule(rule.id(), rule.kind(), rule.levels(), longest));
    }

    private List<Marked> marked() {
        return trial.marks().stream().map(this::marked).toList();
    }

    private Marked marked(Mark mark) {
        List<Sample> around = new ArrayList<>();
        read(mark.server(), mark.from().minus(longestLookback()), mark.to(), read -> around.addAll(needed(read)));
        return new Marked(mark.from(), mark.to(), around);
    }

    /** What the rule reads of the samples: they stay in memory for as long as levels are tried. */
    private List<Sample> needed(SampleRows read) {
        Columns columns = narrowed.computeIfAbsent(
                read.layout().id(), _ -> Columns.of(read.layout().series(), trial.rule()));
        List<Sample> needed = new ArrayList<>();
        for (int row = 0; row < read.count(); row++) {
            int start = row * read.layout().columns();
            double[] values = Arrays.stream(columns.positions())
                    .mapToDouble(position -> read.values()[start + position])
                    .toArray();
            needed.add(new Sample(read.at()[row], columns.series(), values));
        }
        return needed;
    }

    /** The series that a rule reads, and where in a layout they stand; one list a layout, since it knows them by it. */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Columns(List<Series> series, int[] positions) {

        static Columns of(List<Series> all, Rule rule) {
            int[] positions = IntStream.range(0, all.size())
                    .filter(index -> isRead(all.get(index).metric(), rule))
                    .toArray();
            return new Columns(Arrays.stream(positions).mapToObj(all::get).toList(), positions);
        }

        private static boolean isRead(String metric, Rule rule) {
            return metric.equals(rule.metric()) || metric.equals(Metrics.FILESYSTEM_LIMIT.name());
        }
    }
}
