package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Law;
import org.cmm.core.random.Lognormal;
import org.cmm.core.random.Never;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Monitoring;
import org.cmm.server.simulation.ExperimentFile.Read;
import org.junit.jupiter.api.Test;

class ExperimentFileTest {

    private static final String LEAST = """
            {"name": "Pump", "sites": [{"name": "Works", "machines": {"pump": 1}}],
             "machines": [{"name": "pump", "parts": [{"name": "seal", "life": "1000 h"}]}],
             "policies": [{"name": "Reactive"}]}""";

    @Test
    void whatIsLeftOutIsAsClosedFormsAssume() {
        ExperimentFile file = sound(LEAST);
        assertThat(file.seed()).isEqualTo(1);
        assertThat(file.replications()).isEqualTo(100);
        assertThat(file.scenario().crew()).isEqualTo(Crew.IDEAL);
        assertThat(file.scenario().monitoring()).isEqualTo(Monitoring.DEFAULTS);
        assertThat(file.scenario().length()).isEqualTo(java.time.Duration.ofDays(365));
    }

    @Test
    void lawsAreReadInTheUnitsThatPeopleHave() {
        assertThat(life("\"90 d\"")).isEqualTo(new Fixed(2160));
        assertThat(life("\"20 min\"")).isEqualTo(new Fixed(1 / 3.0));
        assertThat(life("\"75 s\"")).isEqualTo(new Fixed(75 / 3600.0));
        assertThat(life("\"2,5 jours\"")).isEqualTo(new Fixed(60));
        assertThat(life("\"never\"")).isEqualTo(new Never());
        assertThat(life("{\"law\": \"exponential\", \"per-year\": \"0.93 %\"}"))
                .isEqualTo(new Exponential(8760 / 0.0093));
        assertThat(life("{\"law\": \"erlang\", \"stages\": 2, \"mean\": \"1000 h\"}"))
                .isEqualTo(new Gamma(2, 500));
        Lognormal repair =
                (Lognormal) life("{\"law\": \"lognormal\", \"log-mean\": 4.144, \"log-sd\": 1.413, \"unit\": \"min\"}");
        assertThat(repair.quantile(0.5) * 60).isCloseTo(63, within(0.1));
        assertThat(life("{\"law\": \"lognormal\", \"mean\": \"4 h\", \"log-sd\": 0.8}")
                        .mean())
                .isCloseTo(4, within(1e-12));
    }

    @Test
    void whatSomebodyWroteInFewDigitsIsWrittenInFewDigits() {
        for (String law : List.of(
                "\"90 d\"",
                "\"354 min\"",
                "\"5 y\"",
                "{\"law\": \"exponential\", \"per-year\": 0.0093}",
                "{\"law\": \"exponential\", \"mean\": \"2000 h\"}",
                "{\"law\": \"lognormal\", \"log-mean\": 4.144, \"log-sd\": 1.413, \"unit\": \"min\"}",
                "{\"law\": \"lognormal\", \"mean\": \"4 h\", \"log-sd\": 0.8}",
                "{\"law\": \"lognormal\", \"median\": \"59 min\", \"log-sd\": 1.413}")) {
            assertThat(sound(withLife(law)).write()).contains("\"life\": " + law);
        }
    }

    @Test
    void allFaultsAreToldEachWithItsPlace() {
        assertThat(faults("""
                {"name": "", "seeds": 4, "replications": 2.5, "half-width": "120 %",
                 "sites": [{"name": "A", "count": 0, "machines": {"pc": 1}, "power": {"between": "often"}}],
                 "machines": [{"name": "pc", "parts": [
                   {"name": "disk", "life": {"law": "weibull", "shape": -1, "scale": "1000 h"}},
                   {"name": "fan", "life": {"law": "weibul", "shape": 1, "scale": "1000 h"}},
                   {"name": "fan", "live": "3 h", "repair": {"corrective": "never"}}]}],
                 "policies": [{"name": "p", "care": "on-condition"}, {"name": "q", "care": {"age": "1 h", "every": "2 h"}}]}"""))
                .containsExactlyInAnyOrder(
                        "name: must have 1 to 120 characters without control characters",
                        "seeds: is not known; did you mean 'seed'?",
                        "replications: must be a whole number, was 2.5",
                        "half-width: must be a share from 0 to 1, or percent such as '90 %', was \"120 %\"",
                        "sites[0].count: must be 1 to 10000, was 0",
                        "sites[0].power.between: must be a time such as '4 h', 'never', or a law such as"
                                + " {\"law\": \"exponential\", \"mean\": \"2000 h\"}",
                        "machines[0].parts[0].life.shape: must be above 0, was -1",
                        "machines[0].parts[1].life.law: must be one of exponential, weibull, lognormal, gamma, erlang,"
                                + " uniform, empirical, fixed, never, was 'weibul'",
                        "machines[0].parts[2].life: is missing",
                        "machines[0].parts[2].live: is not known; did you mean 'life'?",
                        "machines[0].parts[2].repair.corrective: must end some time: 'never' cannot be used here",
                        "policies[0].noticing: care on condition needs monitoring; let monitoring notice, or choose"
                                + " another care",
                        "policies[1].care: needs one of age, every, dates, and no other of them");
    }

    @Test
    void whatOnlyTheWholeTellsIsToldToo() {
        assertThat(faults(LEAST.replace("\"pump\": 1", "\"pumps\": 1")))
                .containsExactly("sites[0].machines: 'pumps' is not there; there are pump");
        assertThat(faults(LEAST.replace("\"pump\": 1", "\"pump\": 0")))
                .containsExactly("scenario: must have 1 to 100000 machines, had 0");
        assertThat(faults(withSources("\"crew.hours\": \"guess\"")))
                .containsExactly(
                        "sources.crew.hours: must begin with a mark, S, R, A or C, such as 'S World Bank 2016',"
                                + " was 'guess'");
        assertThat(faults(withSources("\"crew.travel\": \"A\", \"crew.tavel\": \"A\"")))
                .containsExactly("sources.crew.tavel: is no parameter of this experiment");
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThat(faults("{")).singleElement().asString().startsWith("is not JSON: line 1, column 2");
        assertThat(faults("{\"name\": 1, \"name\": 2}"))
                .singleElement()
                .asString()
                .contains("Duplicate field");
        assertThat(faults("[]")).first().isEqualTo("must be an object in braces");
        assertThat(faults(" ".repeat(2_000_000)))
                .singleElement()
                .asString()
                .contains("must have at most 1048576 bytes");
        assertThat(faults("{\"seed\": 1e999999999}")).contains("seed: must be a whole number, was \"Infinity\"");
    }

    private static Law life(String law) {
        return sound(withLife(law))
                .scenario()
                .machines()
                .getFirst()
                .parts()
                .getFirst()
                .life();
    }

    private static String withSources(String sources) {
        return LEAST.replace("\"Reactive\"}]}", "\"Reactive\"}], \"sources\": {" + sources + "}}");
    }

    private static String withLife(String law) {
        return LEAST.replace("\"1000 h\"", law);
    }

    private static ExperimentFile sound(String json) {
        return switch (ExperimentFile.read(json)) {
            case Read.Sound(var file) -> file;
            case Read.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    private static List<String> faults(String json) {
        return switch (ExperimentFile.read(json)) {
            case Read.Sound(var file) -> throw new AssertionError(file);
            case Read.Faulty(var faults) ->
                faults.stream().map(FileFault::toString).toList();
        };
    }
}
