package org.cmm.server.history;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.history.Archive.Life;

/** A machine that measures, keeps back, repeats and mixes up, and knows what should have come of it. */
final class Deliveries {

    private static final Instant BEGIN = Instant.parse("2024-03-10T20:00:00Z");

    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    private record Sample(StoredLayout layout, double[] values) {}

    private final Archive archive;
    private final Random random;
    private final int server;
    private final List<StoredLayout> layouts;
    private final TreeMap<Long, Sample> stored = new TreeMap<>();
    private final List<SampleRows> kept = new ArrayList<>();
    private final List<SampleRows> sent = new ArrayList<>();
    private Instant newest = BEGIN;
    private int layout;

    Deliveries(Archive archive, long seed) {
        this.archive = archive;
        this.random = new Random(seed);
        this.server = archive.newServer();
        Series cpu = Series.of(Metrics.CPU_UTILIZATION);
        Series memory = Series.of(Metrics.MEMORY_USAGE);
        this.layouts = List.of(
                archive.layouts.of(List.of(cpu, memory), new int[] {4, 0}),
                archive.layouts.of(List.of(memory, cpu, Series.of(Metrics.UPTIME)), new int[] {0, 4, 1}));
    }

    int server() {
        return server;
    }

    Instant newest() {
        return newest;
    }

    void measureAndDeliver(Life life) {
        deliver(life, next());
    }

    void measureAndKeep() {
        kept.add(next());
    }

    void deliverSomeKept(Life life) {
        Collections.shuffle(kept, random);
        for (int count = kept.isEmpty() ? 0 : random.nextInt(kept.size()) + 1; count > 0; count--) {
            deliver(life, kept.removeLast());
        }
    }

    void deliverAll(Life life) {
        kept.forEach(rows -> deliver(life, rows));
        kept.clear();
    }

    void deliverAgain(Life life) {
        if (!sent.isEmpty()) {
            deliver(life, sent.get(random.nextInt(sent.size())));
        }
    }

    private SampleRows next() {
        if (random.nextInt(8) == 0) {
            layout = 1 - layout;
        }
        long pause = random.nextInt(10) == 0 ? random.nextInt(30_000) : 10;
        return measure(newest.plusSeconds(pause), 1 + random.nextInt(200), 10);
    }

    /** Samples at a regular pace. */
    SampleRows measure(Instant from, int count, int seconds) {
        return measureAt(IntStream.range(0, count)
                .mapToObj(index -> from.plusSeconds((long) index * seconds))
                .toList());
    }

    SampleRows measureAt(List<Instant> times) {
        List<Instant> shuffled = new ArrayList<>(times);
        if (random.nextInt(6) == 0) {
            Collections.shuffle(shuffled, random);
        }
        StoredLayout used = layouts.get(layout);
        double[] values = new double[times.size() * used.columns()];
        for (int place = 0; place < values.length; place++) {
            values[place] = value(used, place % used.columns());
        }
        for (Instant time : times) {
            newest = time.isAfter(newest) ? time : newest;
        }
        return new SampleRows(
                server, used, shuffled.stream().mapToLong(Instant::toEpochMilli).toArray(), values);
    }

    private double value(StoredLayout used, int column) {
        if (random.nextInt(20) == 0) {
            return Double.NaN;
        }
        int decimals = used.decimals()[column];
        return decimals == 0 ? random.nextInt(1_000_000) * 4096.0 : random.nextInt(10_001) / Math.pow(10, decimals);
    }

    void deliver(Life life, SampleRows rows) {
        archive.deliver(life, rows);
        sent.add(rows);
        int columns = rows.layout().columns();
        for (int row = 0; row < rows.count(); row++) {
            double[] values = Arrays.copyOfRange(rows.values(), row * columns, (row + 1) * columns);
            stored.putIfAbsent(rows.at()[row], new Sample(rows.layout(), values));
        }
    }

    /** Every tier holds what the samples come to, and readers see each sample once. */
    void compareAll() {
        archive.itIs(newest.plus(Duration.ofDays(2)));
        compareSamples();
        for (Tier tier : List.of(Tier.FIVE_MINUTES, Tier.HOUR, Tier.DAY)) {
            compare(tier);
        }
        compareChart();
        compareFigures();
    }

    /** What SQL says, without CMM. */
    void compareSql() {
        Series memory = Series.of(Metrics.MEMORY_USAGE);
        Instant from = BEGIN.minus(Duration.ofDays(1));
        Map<Long, Double> expected = new TreeMap<>();
        stored.forEach((at, sample) -> {
            double value = sample.values()[sample.layout().column(memory)];
            if (!Double.isNaN(value)) {
                expected.put(at, value);
            }
        });
        assertThat(archive.sqlSamples(server, memory, from, archive.instant())).isEqualTo(expected);
        Map<Long, Double> most = new TreeMap<>();
        expected.forEach((at, value) -> most.merge(Tier.HOUR.start(at), value, Math::max));
        assertThat(archive.sqlMaxima(server, memory, "1h", from, archive.instant()))
                .isEqualTo(most);
    }

    private void compareFigures() {
        Series memory = Series.of(Metrics.MEMORY_USAGE);
        double[] values = stored.values().stream()
                .mapToDouble(sample -> sample.values()[sample.layout().column(memory)])
                .filter(value -> !Double.isNaN(value))
                .toArray();
        assertThat(archive.figures().of(BEGIN.minus(Duration.ofDays(40)), archive.instant(), Set.of(memory.metric())))
                .filteredOn(figure -> figure.server() == server)
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.samples()).isEqualTo(values.length);
                    assertThat(figure.minimum())
                            .isEqualTo(DoubleStream.of(values).min().orElseThrow());
                    assertThat(figure.maximum())
                            .isEqualTo(DoubleStream.of(values).max().orElseThrow());
                    assertThat(figure.mean())
                            .isCloseTo(DoubleStream.of(values).average().orElseThrow(), within(1e-3));
                    assertThat(figure.last()).isEqualTo(values[values.length - 1]);
                });
    }

    private void compareSamples() {
        List<Long> read = new ArrayList<>();
        archive.samples().eachBetween(server, BEGIN.minusSeconds(1), newest, rows -> {
            read.add(rows.at()[0]);
            assertThat(rows.values())
                    .isEqualTo(requireNonNull(stored.get(rows.at()[0])).values());
        });
        assertThat(read).containsExactlyElementsOf(stored.keySet());
        assertThat(archive.times().around(server, BEGIN, newest))
                .extracting(Instant::toEpochMilli)
                .containsExactlyElementsOf(stored.keySet());
    }

    private void compare(Tier tier) {
        Collection<TierRow> rows =
                archive.read(tier, server, BEGIN.minus(Duration.ofDays(1)), newest.plus(Duration.ofDays(1)));
        Map<String, List<Map.Entry<Long, Sample>>> expected = stored.entrySet().stream()
                .collect(Collectors.groupingBy(
                        sample -> key(
                                tier.start(sample.getKey()), sample.getValue().layout()),
                        TreeMap::new,
                        Collectors.toList()));
        assertThat(rows.stream().map(row -> key(row.at(), row.layout())))
                .as("intervals of %s", tier)
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        for (TierRow row : rows) {
            compare(new Rollup(row.at(), row.numbers()), requireNonNull(expected.get(key(row.at(), row.layout()))));
        }
    }

    private static String key(long at, StoredLayout layout) {
        return Instant.ofEpochMilli(at) + " " + layout.id();
    }

    private static void compare(Rollup rollup, List<Map.Entry<Long, Sample>> samples) {
        assertThat(rollup.samples()).isEqualTo(samples.size());
        assertThat(rollup.first()).isEqualTo(samples.getFirst().getKey());
        assertThat(rollup.last()).isEqualTo(samples.getLast().getKey());
        assertThat(rollup.coverage()).isGreaterThan(0).isLessThanOrEqualTo(1);
        for (int series = 0; series < rollup.series(); series++) {
            int column = series;
            double[] values = samples.stream()
                    .mapToDouble(sample -> sample.getValue().values()[column])
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            assertThat(rollup.of(series, Rollup.COUNT)).isEqualTo(values.length);
            if (values.length > 0) {
                double sum = DoubleStream.of(values).sum();
                assertThat(rollup.of(series, Rollup.MINIMUM))
                        .isEqualTo(DoubleStream.of(values).min().orElseThrow());
                assertThat(rollup.of(series, Rollup.MAXIMUM))
                        .isEqualTo(DoubleStream.of(values).max().orElseThrow());
                assertThat(rollup.of(series, Rollup.LAST)).isEqualTo(values[values.length - 1]);
                assertThat(rollup.of(series, Rollup.SUM)).isCloseTo(sum, within(Math.abs(sum) * 1e-12 + 1e-9));
            }
        }
    }

    /** A chart of everything has the extremes of everything. */
    private void compareChart() {
        Chart chart = archive.charts()
                .draw(new ChartQuery.Request(
                        server,
                        Set.of(Metrics.MEMORY_USAGE.name()),
                        BEGIN.minus(Duration.ofDays(1)),
                        newest.plus(Duration.ofDays(1)),
                        600,
                        archive.instant()));
        double most = stored.values().stream()
                .mapToDouble(sample -> sample.values()[sample.layout().column(Series.of(Metrics.MEMORY_USAGE))])
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElseThrow();
        assertThat(chart.series().getFirst().maximum().stream()
                        .filter(value -> value != null)
                        .mapToDouble(Double::doubleValue)
                        .max())
                .hasValue(most);
    }
}
