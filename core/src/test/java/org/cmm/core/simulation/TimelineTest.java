package org.cmm.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Uniform;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.Sign;
import org.cmm.core.simulation.Timeline.Band;
import org.cmm.core.simulation.Timeline.State;
import org.junit.jupiter.api.Test;

class TimelineTest {

    @Test
    void aFaultIsSeenFromItsWarningToItsRepair() {
        Timeline timeline = Timeline.of(
                List.of(
                        happening(10, What.FAULT_BEGAN),
                        happening(20, What.FAILED),
                        happening(23, What.NOTICED),
                        happening(24, What.WORK_BEGAN),
                        happening(26, What.MENDED)),
                0,
                100);

        assertThat(timeline.machines().get(3)).satisfies(lane -> assertThat(lane.bands())
                .containsExactly(
                        new Band(10, 20, State.DEGRADED),
                        new Band(20, 23, State.UNNOTICED),
                        new Band(23, 24, State.WAITING),
                        new Band(24, 26, State.IN_REPAIR)));
    }

    @Test
    void onePartsRepairLeavesWhatIsTheMatterWithAnother() {
        Timeline timeline = Timeline.of(
                List.of(
                        happening(10, What.FAULT_BEGAN),
                        new Happening(20, What.FAILED, "school", OptionalInt.of(3), "system"),
                        new Happening(20, What.WORK_BEGAN, "school", OptionalInt.of(3), "system"),
                        new Happening(21, What.MENDED, "school", OptionalInt.of(3), "system")),
                0,
                30);

        assertThat(timeline.machines().get(3)).satisfies(lane -> assertThat(lane.bands())
                .containsExactly(
                        new Band(10, 20, State.DEGRADED),
                        new Band(20, 21, State.IN_REPAIR),
                        new Band(21, 30, State.DEGRADED)));
    }

    @Test
    void whatBeganBeforeAndEndsAfterIsCutToTheStretch() {
        Timeline timeline = Timeline.of(
                List.of(
                        happening(1, What.FAULT_BEGAN),
                        happening(2, What.ALERT),
                        new Happening(4, What.POWER_OFF, "school", OptionalInt.empty(), ""),
                        happening(60, What.ALERT)),
                50,
                70);

        assertThat(timeline.machines().get(3)).satisfies(lane -> {
            assertThat(lane.bands()).containsExactly(new Band(50, 70, State.DEGRADED));
            assertThat(lane.alerts()).containsExactly(60.0);
        });
        assertThat(timeline.cuts()).containsExactly(new Timeline.Cut("school", 50, 70, true));
    }

    @Test
    void theStretchOfALongRunIsTheSameAsThatOfAShortOne() {
        Worlds world = Worlds.of(
                        Worlds.warned(
                                Worlds.part(new Exponential(300), 5, 0.5),
                                new Uniform(6, 60),
                                new Sign.Delay(new Exponential(9), 0.7)),
                        Worlds.monitored(new Care.OnCondition()))
                .machines(5)
                .powered(new Cuts(new Exponential(100), new Exponential(3), Duration.ZERO));
        Experiment experiment = new Experiment(world.scenario(), 4);
        List<Happening> all = new ArrayList<>();
        experiment.follow(0, 0, all::add);

        Timeline whole = Timeline.of(all, 500, 900);

        assertThat(experiment.timeline(0, 0, 500, 900)).isEqualTo(whole);
        assertThat(whole.machines().values().stream()
                        .flatMap(lane -> lane.bands().stream())
                        .filter(band -> band.state() == State.IN_REPAIR)
                        .mapToDouble(band -> band.to() - band.from())
                        .max()
                        .orElse(0))
                .isCloseTo(5, within(1e-6));
    }

    private static Happening happening(double at, What what) {
        return new Happening(at, what, "school", OptionalInt.of(3), "disk");
    }
}
