package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.junit.jupiter.api.Test;

class ChartBuilderTest {

    private static final Instant FROM = Instant.parse("2026-11-24T10:00:00Z");
    private static final double START = FROM.getEpochSecond();
    private static final Series CPU = Series.of(Metrics.CPU_UTILIZATION);

    private final ChartBuilder anHourInMinutes = new ChartBuilder(request(FROM.plusSeconds(3600)));

    @Test
    void aStretchWithoutSamplesIsAGapFromTheLastSampleToTheNext() {
        heardUntil(10);
        anHourInMinutes.heard(25, START + 1500, START + 1550);
        for (int step = 26; step < 60; step++) {
            anHourInMinutes.heard(step, START + step * 60, START + step * 60 + 50);
        }
        assertThat(anHourInMinutes.build().gaps()).containsExactly(new Chart.Gap(START + 590, START + 1500));
    }

    @Test
    void aSilenceThatStillGoesOnIsAGapUntilNow() {
        heardUntil(50);
        assertThat(anHourInMinutes.build().gaps()).containsExactly(new Chart.Gap(START + 2990, START + 3600));
    }

    @Test
    void whatIsYetToComeIsNoGap() {
        ChartBuilder chart = new ChartBuilder(request(FROM.plusSeconds(60)));
        chart.heard(0, START, START + 50);
        assertThat(chart.build().gaps()).isEmpty();
    }

    @Test
    void aGapOverTheBeginningOfTheSpanShows() {
        anHourInMinutes.heardBefore(START - 600);
        for (int step = 5; step < 60; step++) {
            anHourInMinutes.heard(step, START + step * 60, START + step * 60 + 50);
        }
        assertThat(anHourInMinutes.build().gaps()).containsExactly(new Chart.Gap(START - 600, START + 300));
    }

    @Test
    void beforeItsFirstSampleAServerHasNoGap() {
        for (int step = 30; step < 60; step++) {
            anHourInMinutes.heard(step, START + step * 60, START + step * 60 + 50);
        }
        assertThat(anHourInMinutes.build().gaps()).isEmpty();
    }

    @Test
    void aPointOfTwoLayoutsHasTheMeanOfAllItsReadings() {
        anHourInMinutes.line(CPU).add(3, 0.1, 0.3, 0.4, 2);
        anHourInMinutes.line(CPU).add(3, 0.2, 0.8, 1.0, 2);
        Chart.Line line = anHourInMinutes.build().series().getFirst();
        assertThat(line.minimum().get(3)).isEqualTo(0.1);
        assertThat(line.mean().get(3)).isEqualTo(0.35);
        assertThat(line.maximum().get(3)).isEqualTo(0.8);
        assertThat(line.mean().get(4)).isNull();
    }

    private void heardUntil(int minute) {
        for (int step = 0; step < minute; step++) {
            anHourInMinutes.heard(step, START + step * 60, START + step * 60 + 50);
        }
    }

    private static ChartPlan request(Instant now) {
        return new ChartPlan(
                new ChartQuery.Request(1, Set.of(CPU.metric()), FROM, FROM.plusSeconds(3600), 60, now), Tier.SAMPLES);
    }
}
