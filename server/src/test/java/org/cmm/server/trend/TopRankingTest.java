package org.cmm.server.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.outage.Tally;
import org.cmm.server.history.SpanFigures.Figure;
import org.junit.jupiter.api.Test;

class TopRankingTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Series ROOT = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/");

    @Test
    void aDiskThatGrowsIsFullWhenItsLineReachesTheTop() {
        TopEntry disk = only(TopList.DISK, disk(1, 0.5, 0.6, Duration.ofDays(10)));
        assertThat(disk.part()).isEqualTo("/");
        assertThat(disk.figure(TopColumn.GROWTH)).isCloseTo(0.01, within(1e-12));
        assertThat(disk.figure(TopColumn.FULL_IN)).isCloseTo(40, within(1e-9));
    }

    @Test
    void aDiskThatShrinksIsNeverFullAndNotAmongThoseThatFill() {
        Figure shrinking = disk(1, 0.6, 0.5, Duration.ofDays(10));
        assertThat(only(TopList.DISK, shrinking).figure(TopColumn.FULL_IN)).isNull();
        assertThat(TopRanking.of(TopList.DISK_GROWTH, List.of(shrinking))).isEmpty();
    }

    @Test
    void whatWasSeenForMinutesHasNoGrowth() {
        assertThat(only(TopList.DISK, disk(1, 0.5, 0.6, Duration.ofMinutes(10))).figure(TopColumn.GROWTH))
                .isNull();
    }

    @Test
    void theBusiestStandFirstAndWhatIsUnknownLastWhicheverWayTheListIsTurned() {
        TopEntry calm = new TopEntry(1, "", Map.of(TopColumn.MEAN, 0.1));
        TopEntry busy = new TopEntry(2, "", Map.of(TopColumn.MEAN, 0.9));
        TopEntry unknown = new TopEntry(3, "", Map.of());
        List<TopEntry> all = List.of(unknown, calm, busy);
        assertThat(TopEntry.sorted(all, TopColumn.MEAN, TopEntry.Order.WORST_FIRST))
                .containsExactly(busy, calm, unknown);
        assertThat(TopEntry.sorted(all, TopColumn.MEAN, TopEntry.Order.BEST_FIRST))
                .containsExactly(calm, busy, unknown);
    }

    @Test
    void theLeastAvailableStandsFirst() {
        TopEntry poor = new TopEntry(1, "", Map.of(TopColumn.AVAILABILITY, 0.5));
        TopEntry good = new TopEntry(2, "", Map.of(TopColumn.AVAILABILITY, 1.0));
        assertThat(TopEntry.sorted(List.of(good, poor), TopColumn.AVAILABILITY, TopEntry.Order.WORST_FIRST))
                .containsExactly(poor, good);
    }

    @Test
    void aMachineThatNobodyWatchedHasNoPlace() {
        assertThat(TopRanking.of(1, Tally.NOTHING)).isEmpty();
    }

    private static TopEntry only(TopList list, Figure figure) {
        return TopRanking.of(list, List.of(figure)).getFirst();
    }

    private static Figure disk(int server, double first, double last, Duration seen) {
        return new Figure(
                server,
                ROOT,
                Math.min(first, last),
                (first + last) / 2,
                Math.max(first, last),
                first,
                last,
                START,
                START.plus(seen),
                100);
    }
}
