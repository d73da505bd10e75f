package org.cmm.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.cmm.core.drill.Expected.Pace;
import org.junit.jupiter.api.Test;

class ExpectedTest {

    private static final Pace USUAL = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(30));

    /** Readings on a grid, the threshold crossed at some moment, the hold from the first reading beyond it. */
    @Property
    void theDelayOfAThresholdRuleLiesWhereItIsExpected(
            @ForAll @IntRange(min = 1, max = 300) int sampling,
            @ForAll @IntRange(min = 0, max = 3_600) int hold,
            @ForAll @IntRange(min = 0, max = 299) int phase) {
        Duration first = Duration.ofSeconds(phase % sampling);
        int readings = (hold + sampling - 1) / sampling;
        Duration raised = first.plusSeconds((long) readings * sampling);

        Pace pace = new Pace(Duration.ofSeconds(sampling), Duration.ofSeconds(30));
        assertThat(Expected.alert(first, Duration.ofSeconds(hold), pace).holds(raised))
                .isTrue();
        assertThat(Expected.clear(first, Duration.ofSeconds(hold), pace).holds(raised))
                .isTrue();
    }

    @Test
    void aSilenceOfAnAgentThatSavesTrafficIsNoticedSoMuchLater() {
        Duration after = Duration.ofSeconds(90);

        assertThat(Expected.silence(after, USUAL).least()).isEqualTo(after);
        assertThat(Expected.silence(after, new Pace(Duration.ofSeconds(60), Duration.ofMinutes(5)))
                        .least())
                .isEqualTo(Duration.ofSeconds(90 + 270));
    }

    @Test
    void whatTwoClocksTellTheWrongWayRoundTookNoTime() {
        Instant noon = Instant.parse("2026-11-29T12:00:00Z");
        var times = new Milestones(
                Optional.of(noon.plusSeconds(1)),
                Optional.empty(),
                Optional.of(noon),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(times.stressToAlert()).contains(Duration.ZERO);
        assertThat(times.endToClear()).isEmpty();
    }
}
