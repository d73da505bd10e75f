package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Percentage;
import org.cmm.core.random.Law;
import org.cmm.core.random.Never;
import org.cmm.server.simulation.EditorSchema.Kind;
import org.cmm.server.simulation.Study.Axis;
import org.cmm.server.simulation.Study.Points;

class StudyTest {

    private static final ExperimentFile SCHOOL = Presets.find("school-lab").orElseThrow();
    private static final String LIFE = "machines[0].parts[5].life";

    @Example
    void aSweepRunsEveryPairOfValues() {
        Study study = new Study(
                Study.Kind.SWEEP,
                List.of(
                        new Axis(LIFE, List.of("× 0.5", "× 2")),
                        new Axis("reporting.delay", List.of("1 h", "4 h", "8 h"))));
        List<ExperimentFile> files = ((Points.Sound) study.points(SCHOOL)).files();
        assertThat(files).hasSize(6);
        assertThat(files.get(0).scenario().reporting().delay().mean()).isEqualTo(1);
        assertThat(files.get(2).scenario().reporting().delay().mean()).isEqualTo(8);
        assertThat(life(files.get(2))).isEqualTo(1000);
        assertThat(life(files.get(3))).isEqualTo(4000);
        assertThat(files).extracting(ExperimentFile::seed).containsOnly(SCHOOL.seed());
    }

    @Example
    void aTornadoMovesOneParameterAtATimeAfterTheExperimentAsItIs() {
        List<String> values = List.of("× 0.5", "× 2");
        Study study = new Study(Study.Kind.TORNADO, List.of(new Axis(LIFE, values), new Axis("crew.travel", values)));
        List<ExperimentFile> files = ((Points.Sound) study.points(SCHOOL)).files();
        assertThat(files).extracting(StudyTest::life).containsExactly(2000.0, 1000.0, 4000.0, 2000.0, 2000.0);
        assertThat(files.get(4).scenario().crew().travel().mean()).isEqualTo(2);
        assertThat(Study.axes(study.axesText())).isEqualTo(study.axes());
    }

    @Example
    void aValueThatMakesNoSenseIsNamed() {
        Study study = new Study(Study.Kind.SWEEP, List.of(new Axis(LIFE, List.of("1 h", "soon"))));
        assertThat(study.points(SCHOOL)).isInstanceOfSatisfying(Points.Faulty.class, faulty -> {
            assertThat(faulty.value()).isEqualTo("soon");
            assertThat(faulty.faults().getFirst().path()).isEqualTo(LIFE);
        });
    }

    @Property(tries = 300)
    void aLawThatIsScaledHasItsMeanScaled(@ForAll long seed, @ForAll @DoubleRange(min = 0.1, max = 10) double times) {
        Law law = AnyExperiment.lawOf(seed);
        JsonNode scaled = ScaledValue.of(LawText.write(law), Kind.LAW, times).orElse(LawText.write(new Never()));
        Law read = LawText.read(scaled, "", new Faults());
        if (law instanceof Never || law.mean() == 0) {
            assertThat(read).isEqualTo(new Never());
        } else {
            assertThat(read.mean()).isCloseTo(law.mean() * times, Percentage.withPercentage(1e-6));
        }
    }

    @Example
    void countsStayWholeAndSharesStayShares() {
        JsonNode three = LineText.read("3", Kind.NUMBER);
        assertThat(ScaledValue.of(three, Kind.NUMBER, 1.5).orElseThrow().isIntegralNumber())
                .isTrue();
        JsonNode most = LineText.read("0.9", Kind.SHARE);
        assertThat(ScaledValue.of(most, Kind.SHARE, 2).orElseThrow().doubleValue())
                .isCloseTo(1, within(0.0));
    }

    private static double life(ExperimentFile file) {
        return file.scenario().machines().getFirst().parts().get(5).life().mean();
    }
}
