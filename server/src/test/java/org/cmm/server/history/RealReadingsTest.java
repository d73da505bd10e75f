package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.junit.jupiter.api.Test;

class RealReadingsTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void whatADrillMovedIsLeftOutAndNothingElse() {
        var drill = new DrillTime(1, 7, NOON, NOON.plusSeconds(300), NOON.plusSeconds(900));
        List<Long> passed = new ArrayList<>();
        var reader = RealReadings.of(List.of(drill), rows -> passed.add(rows.at()[0]));

        for (int second : new int[] {-10, 0, 150, 300, 350, 370, 900}) {
            reader.accept(row(NOON.plusSeconds(second)));
        }

        assertThat(passed)
                .containsExactly(
                        NOON.minusSeconds(10).toEpochMilli(),
                        NOON.plusSeconds(370).toEpochMilli(),
                        NOON.plusSeconds(900).toEpochMilli());
    }

    private static SampleRows row(Instant at) {
        return new SampleRows(
                7,
                Fixtures.layout(1, Series.of(Metrics.CPU_UTILIZATION)),
                new long[] {at.toEpochMilli()},
                new double[] {0.5});
    }
}
