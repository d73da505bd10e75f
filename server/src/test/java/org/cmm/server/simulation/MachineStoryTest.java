package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.cmm.core.simulation.Happening;
import org.cmm.core.simulation.What;
import org.cmm.server.simulation.MachineStory.Look;
import org.cmm.server.simulation.MachineStory.Mark;
import org.cmm.server.simulation.MachineStory.Stretch;
import org.junit.jupiter.api.Test;

class MachineStoryTest {

    private final MachineStory story = new MachineStory();

    @Test
    void aFaultThatIsSeenFailsAndIsMended() {
        tell(10, What.FAULT_BEGAN, "disk");
        tell(12, What.ALERT, "disk");
        tell(20, What.FAILED, "disk");
        tell(21, What.NOTICED, "disk");
        tell(25, What.WORK_BEGAN, "disk");
        tell(30, What.MENDED, "disk");
        assertThat(story.stretches(100))
                .containsExactly(
                        new Stretch(10, 20, Look.DEGRADED),
                        new Stretch(20, 25, Look.DOWN),
                        new Stretch(25, 30, Look.REPAIR));
        assertThat(story.marks()).containsExactly(new Mark(12, false));
    }

    @Test
    void aCutOfTheMainsHidesEverythingElse() {
        tell(5, What.FAILED, "fan");
        tell(6, What.POWER_OFF, "");
        tell(8, What.POWER_ON, "");
        assertThat(story.stretches(10))
                .containsExactly(
                        new Stretch(5, 6, Look.DOWN), new Stretch(6, 8, Look.POWER), new Stretch(8, 10, Look.DOWN));
    }

    @Test
    void aFaultThatIsMendedInTimeIsNeverAFailure() {
        tell(1, What.FAULT_BEGAN, "disk");
        tell(2, What.WORK_BEGAN, "disk");
        tell(3, What.MENDED, "disk");
        tell(4, What.FALSE_ALERT, "");
        assertThat(story.stretches(9))
                .containsExactly(new Stretch(1, 2, Look.DEGRADED), new Stretch(2, 3, Look.REPAIR));
        assertThat(story.marks()).containsExactly(new Mark(4, true));
    }

    @Test
    void everyMachineOfAPresetHasItsRowAndTheSitesTheirCuts() {
        ExperimentFile file = Presets.find("school-lab").orElseThrow();
        Timeline timeline = Timeline.of(file, 0, 0);
        List<Timeline.Row> rows = timeline.rows();
        assertThat(rows).hasSize(30);
        double dark = rows.getFirst().story().stretches(timeline.end()).stream()
                .filter(stretch -> stretch.look() == Look.POWER)
                .mapToDouble(stretch -> stretch.to() - stretch.from())
                .sum();
        assertThat(dark).isBetween(200.0, 600.0);
    }

    private void tell(double at, What what, String part) {
        story.tell(new Happening(at, what, "school", OptionalInt.of(0), part));
    }
}
