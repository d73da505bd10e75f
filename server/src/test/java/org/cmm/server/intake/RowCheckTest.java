package org.cmm.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.history.Fixtures;
import org.cmm.server.history.StoredLayout;
import org.junit.jupiter.api.Test;

class RowCheckTest {

    private static final long NOW = Instant.parse("2026-11-23T10:00:00Z").toEpochMilli();
    private static final StoredLayout LAYOUT =
            Fixtures.layout(1, Series.of(Metrics.CPU_UTILIZATION), Series.of(Metrics.UPTIME));

    private final RowCheck check = new RowCheck(LAYOUT, NOW);

    @Test
    void aPlausibleRowPasses() {
        assertThat(check.fault(NOW, new double[] {0.5, 3_600}, 0)).isEmpty();
    }

    @Test
    void anAbsentReadingPasses() {
        assertThat(check.fault(NOW, new double[] {Double.NaN, Double.NaN}, 0)).isEmpty();
    }

    @Test
    void aRatioAboveOneIsRefusedByName() {
        assertThat(check.fault(NOW, new double[] {1.5, 10}, 0))
                .hasValueSatisfying(reason -> assertThat(reason).contains("system.cpu.utilization", "1.5"));
    }

    @Test
    void aNegativeUptimeIsRefused() {
        assertThat(check.fault(NOW, new double[] {0.5, -1}, 0)).isPresent();
    }

    @Test
    void infinityIsRefused() {
        assertThat(check.fault(NOW, new double[] {0.5, Double.POSITIVE_INFINITY}, 0))
                .isPresent();
    }

    @Test
    void aTimeInTheFutureIsRefusedWithARemedy() {
        long future = NOW + RowCheck.MOST_AHEAD.plus(Duration.ofSeconds(1)).toMillis();
        assertThat(check.fault(future, new double[] {0.5, 10}, 0))
                .hasValueSatisfying(reason -> assertThat(reason).contains("ahead", "set the clock"));
    }

    @Test
    void aTimeWithinTheToleranceAheadPasses() {
        assertThat(check.fault(NOW + RowCheck.MOST_AHEAD.toMillis(), new double[] {0.5, 10}, 0))
                .isEmpty();
    }

    @Test
    void anAncientTimeIsRefused() {
        assertThat(check.fault(0, new double[] {0.5, 10}, 0)).isPresent();
    }

    @Test
    void timesThatNoCalendarHoldsAreRefusedWithoutFailing() {
        assertThat(check.fault(Long.MIN_VALUE, new double[] {0.5, 10}, 0)).isPresent();
        assertThat(check.fault(Long.MAX_VALUE, new double[] {0.5, 10}, 0)).isPresent();
    }

    @Test
    void aBatchKeepsItsGoodRowsAndNamesTheBadOnes() {
        long[] at = {NOW - 20_000, NOW - 10_000, NOW};
        double[] values = {0.1, 1, 9.9, 2, 0.3, 3};

        CheckedRows rows = CheckedRows.of(7, LAYOUT, at, values, NOW);

        assertThat(rows.good().at()).containsExactly(NOW - 20_000, NOW);
        assertThat(rows.good().values()).containsExactly(0.1, 1, 0.3, 3);
        assertThat(rows.refused()).singleElement().satisfies(refusal -> assertThat(refusal.row())
                .isEqualTo(1));
    }
}
