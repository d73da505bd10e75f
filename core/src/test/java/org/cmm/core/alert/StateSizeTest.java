package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one rule on one server costs in memory, everything that is not shared among servers counted. */
class StateSizeTest {

    private static final int SERVERS = 4_000;
    private static final int RULES = 20;
    private static final Timing TIMING = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(10));
    private static final List<Series> LAYOUT = List.of(Story.CPU, Series.of(Metrics.UPTIME));

    static Stream<Kind> kinds() {
        String cpu = Story.CPU.metric();
        return Stream.of(
                Kind.Threshold.high(cpu),
                Kind.Threshold.low(cpu),
                new Kind.Threshold(cpu, Side.HIGH, new Often(3, 16)),
                new Kind.RateOfChange(cpu, Side.HIGH, Duration.ofHours(1)),
                new Kind.NoData(cpu),
                new Kind.RestartSeen(Duration.ofDays(1)),
                new Kind.Habit(cpu, Side.HIGH, Kind.Habit.LEAST));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesAtMostTwoHundredBytesAServerAndRule(Kind kind) {
        Rules rules = new Rules(IntStream.range(0, RULES)
                .mapToObj(number -> new Rule("r" + number, kind, List.of(new Level(Severity.INFO, 1e9, 1e8)), TIMING))
                .toList());
        long before = used();
        List<ServerWatch> watches =
                Stream.generate(() -> settled(rules)).limit(SERVERS).toList();
        double bytes = (double) (used() - before) / SERVERS / RULES;
        Reference.reachabilityFence(watches);
        System.out.printf("state of %s: %.0f bytes%n", kind, bytes);
        assertThat(bytes).isLessThanOrEqualTo(200);
    }

    private static ServerWatch settled(Rules rules) {
        ServerWatch watch = new ServerWatch(List.of());
        watch.adopt(rules, TextSeries.START);
        watch.observe(TextSeries.START, LAYOUT, new double[] {0.5, 1e6});
        return watch;
    }

    private static long used() {
        for (int time = 0; time < 3; time++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
