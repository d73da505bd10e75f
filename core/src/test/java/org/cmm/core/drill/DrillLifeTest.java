package org.cmm.core.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cmm.core.drill.DrillLife.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillLifeTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Duration FIVE = Duration.ofMinutes(5);

    @Test
    void anOrderIsInForceUntilItsAgentFetchesItOrItIsTooLate() {
        DrillLife ordered = life(null, null, null, null);

        assertThat(ordered.state(at(15))).isEqualTo(State.ORDERED);
        assertThat(ordered.inForce(at(15))).isTrue();
        assertThat(ordered.state(at(16))).isEqualTo(State.EXPIRED);
        assertThat(ordered.inForce(at(16))).isFalse();
        assertThat(ordered.marked(at(16))).isEmpty();
    }

    @Test
    void aRunningDrillIsInForceUntilSomebodyAbortsIt() {
        assertThat(life(null, null, at(1), null).state(at(3))).isEqualTo(State.RUNNING);
        DrillLife aborted = life(at(2), null, at(1), null);

        assertThat(aborted.state(at(3))).isEqualTo(State.STOPPING);
        assertThat(aborted.inForce(at(3))).isFalse();
        assertThat(life(at(2), null, null, null).state(at(3))).isEqualTo(State.TAKEN_BACK);
    }

    @Test
    void aDrillWhoseAgentIsNotHeardIsNotTakenForOver() {
        DrillLife unheard = life(null, null, at(1), null);

        assertThat(unheard.state(at(8))).isEqualTo(State.RUNNING);
        assertThat(unheard.state(at(9))).isEqualTo(State.UNHEARD);
        assertThat(unheard.inForce(at(9))).isFalse();
        assertThat(life(null, null, at(1), at(6)).state(at(600))).isEqualTo(State.ENDED);
        assertThat(life(null, at(1), null, null).state(at(600))).isEqualTo(State.REFUSED);
    }

    @Test
    void whatHappensFromItsBeginToAWhileAfterItsEndCountsAsItsOwn() {
        DrillLife.Stretch marked = life(null, null, at(1), at(4)).marked(at(60)).orElseThrow();

        assertThat(marked.holds(at(0))).isFalse();
        assertThat(marked.holds(at(1))).isTrue();
        assertThat(marked.holds(at(14))).isTrue();
        assertThat(marked.holds(at(15))).isFalse();
        assertThat(life(null, null, at(1), null).marked(at(3)).orElseThrow().to())
                .isEqualTo(at(13));
        assertThat(life(null, null, at(1), null).marked(at(90)).orElseThrow().to())
                .isEqualTo(at(16));
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static DrillLife life(
            @Nullable Instant takenBack,
            @Nullable Instant refused,
            @Nullable Instant started,
            @Nullable Instant ended) {
        return new DrillLife(
                NOON,
                FIVE,
                Optional.ofNullable(takenBack),
                Optional.ofNullable(refused),
                Optional.ofNullable(started),
                Optional.ofNullable(ended));
    }
}
