package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.cmm.core.history.Tier;
import org.junit.jupiter.api.Test;

class ChartQueryTest {

    @Test
    void aSpanThatEndsWithinASecondHasAPlaceForItsLastSamples() {
        assertThat(request("2026-11-24T10:00:00.25Z", "2026-11-24T10:01:00.25Z").steps())
                .isEqualTo(61);
    }

    @Test
    void aSpanThatEndsWithASecondHasNoPlaceAfterIt() {
        assertThat(request("2026-11-24T10:00:00Z", "2026-11-24T10:01:00Z").steps())
                .isEqualTo(60);
    }

    private static ChartPlan request(String from, String to) {
        Instant end = Instant.parse(to);
        return new ChartPlan(
                new ChartQuery.Request(1, Set.of("system.cpu.utilization"), Instant.parse(from), end, 600, end),
                Tier.SAMPLES);
    }
}
