package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cmm.server.simulation.Study.Axis;
import org.cmm.server.simulation.StudyReader.Asked;

class StudyReaderTest {

    private static final ExperimentFile SCHOOL = Presets.find("school-lab").orElseThrow();

    @Example
    void aSweepIsReadAsItIsAsked() {
        Asked asked = read("""
                {"experiment": 7, "replications": 12, "axes": [
                  {"path": "reporting.delay", "values": ["1 h", "4 h"]},
                  {"path": "crew.technicians", "values": [1, 2, 3]}]}""");

        assertThat(asked).isInstanceOfSatisfying(Asked.Sound.class, sound -> {
            assertThat(sound.base().replications()).isEqualTo(12);
            assertThat(sound.study())
                    .isEqualTo(new Study(
                            Study.Kind.SWEEP,
                            List.of(
                                    new Axis("reporting.delay", List.of("1 h", "4 h")),
                                    new Axis("crew.technicians", List.of("1", "2", "3")))));
            assertThat(sound.study().points(sound.base())).isInstanceOf(Study.Points.Sound.class);
        });
    }

    @Example
    void aTornadoIsOfEveryParameterThatMayMatter() {
        Asked asked = read("{\"experiment\": 7, \"kind\": \"tornado\", \"factor\": 2}");

        assertThat(asked).isInstanceOfSatisfying(Asked.Sound.class, sound -> assertThat(
                        sound.study().axes())
                .contains(new Axis("reporting.delay", List.of("× 0.5", "× 2")))
                .noneMatch(axis -> axis.path().endsWith("-xaf")));
    }

    @Example
    void theFileOfAnExperimentThatIsNotThereWillDo() {
        String file = SCHOOL.write();

        assertThat(read("{\"file\": %s, \"kind\": \"tornado\"}".formatted(file)))
                .isInstanceOf(Asked.Sound.class);
        assertThat(faults("{\"file\": %s, \"kind\": \"tornado\"}".formatted(file.replace("school-lab", ""))))
                .containsExactly("file.name: must have 1 to 120 characters without control characters");
    }

    @Example
    void everyFaultIsNamedAtItsPlace() {
        assertThat(faults("{\"kind\": \"sweep\", \"axes\": []}"))
                .containsExactly(
                        "experiment: needs one of experiment, file, and no other of them",
                        "axes: must have 1 to 2 entries, had 0");
        assertThat(faults("{\"experiment\": 8, \"axis\": [], \"kind\": \"tornado\"}"))
                .contains("experiment: there is no experiment 8")
                .anyMatch(fault -> fault.startsWith("axis: is not known"));
        assertThat(faults("""
                {"experiment": 7, "axes": [{"path": "reporting.delays", "values": ["1 h", "2 h"]},
                                           {"path": "crew.travel", "values": ["1 h", {}]}]}"""))
                .containsExactly(
                        "axes[0].path: is no parameter of this experiment",
                        "axes[1].values[1]: must have 1 to 200 characters without control characters");
        assertThat(faults("""
                {"experiment": 7, "axes": [{"path": "crew.travel", "values": ["1 h", "2 h"]},
                                           {"path": "crew.travel", "values": ["1 h", "3 h"]}]}""")).containsExactly("axes[1].path: 'crew.travel' must be used once");
        assertThat(faults("[]")).containsExactly("must be an object in braces");
    }

    @Property(tries = 200)
    void whateverIsSentIsReadOrRefused(@ForAll String text) {
        assertThat(read(text)).isNotNull();
        assertThat(read("{\"experiment\": %s}".formatted(text))).isNotNull();
    }

    private static List<String> faults(String json) {
        return ((Asked.Faulty) read(json))
                .faults().stream().map(FileFault::toString).toList();
    }

    private static Asked read(String json) {
        return new StudyReader(id -> id == 7 ? Optional.of(SCHOOL) : Optional.empty()).read(json);
    }
}
