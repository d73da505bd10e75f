package org.cmm.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.StringReader;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Monitoring;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Policy.Noticing;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.Warning;
import org.cmm.core.simulation.Experiment;
import org.cmm.core.simulation.Findings;
import org.cmm.core.simulation.Replication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

class EvidenceTest {

    @Test
    void theSameExperimentIsTheSameBytes() {
        assertThat(texts(bundle(6, "reactive"))).isEqualTo(texts(bundle(6, "reactive")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6, 70})
    void everyPlotIsWellFormedWhateverTheNumberOfReplications(int replications) {
        texts(bundle(replications, "réactive <&> \"users\"")).forEach((name, text) -> {
            if (name.endsWith(".svg")) {
                assertThatCode(() -> DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new InputSource(new StringReader(text))))
                        .as(name)
                        .doesNotThrowAnyException();
                assertThat(text).doesNotContain("NaN").doesNotContain("Infinity");
            }
        });
    }

    @Test
    void everyReplicationAndPolicyIsARowWithAllItsSums() {
        String csv = texts(bundle(6, "reactive")).getOrDefault("replications.csv", "");

        assertThat(csv.lines().count()).isEqualTo(1 + 6 * 2);
        assertThat(csv.lines().map(line -> line.split(",").length).distinct()).hasSize(1);
    }

    @Test
    void everyEventHasItsReplicationAndPolicy() {
        String csv = texts(bundle(3, "reactive")).getOrDefault("events.csv", "");

        assertThat(csv.lines().skip(1)).isNotEmpty().allMatch(line -> line.split(",", -1).length == 7);
        assertThat(csv).contains(",failed,").contains(",alert,").contains("2,monitored,");
    }

    @Test
    void aNameIsNoFormulaAndNoLatex() {
        Map<String, String> texts = texts(bundle(3, "=1+1, 50 % & more"));

        assertThat(texts.getOrDefault("results.csv", "")).contains("\"'=1+1, 50 % & more\",availability");
        assertThat(texts.getOrDefault("results.tex", ""))
                .contains("=1+1, 50 \\% \\& more & availability")
                .contains("{llrrr}");
    }

    @Test
    void theReadmeSaysHowToMakeItAgain() {
        assertThat(texts(bundle(3, "reactive")).getOrDefault("README.txt", ""))
                .contains("./cmm experiment run experiment.json --seed 9")
                .contains("Seed 9, 3 replications, intervals of 95 %");
    }

    private static Map<String, String> texts(List<EvidenceFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (EvidenceFile file : files) {
            StringBuilder text = new StringBuilder();
            file.body().write(text::append);
            texts.put(file.name(), text.toString());
        }
        return texts;
    }

    private static List<EvidenceFile> bundle(int count, String policy) {
        Scenario scenario = scenario(policy);
        Experiment experiment = new Experiment(scenario, 9);
        List<Replication> replications =
                IntStream.range(0, count).mapToObj(experiment::replication).toList();
        Findings findings = Findings.of(scenario, replications, 0.95);
        return new Evidence(
                        experiment,
                        replications,
                        findings,
                        "{}",
                        9,
                        "1.0",
                        "./cmm experiment run experiment.json --seed 9")
                .files();
    }

    private static Scenario scenario(String policy) {
        Part part = new Part(
                "disk",
                Part.Group.STORAGE,
                new Exponential(500),
                Part.Renewal.AS_NEW,
                Part.Overlap.ONE_AT_A_TIME,
                1,
                Optional.of(new Warning(new Exponential(48), new Sign.Delay(new Exponential(6), 0.9))),
                new Repair(new Fixed(10), new Fixed(0.5), Repair.Place.REMOTE, 5000, 500),
                Optional.empty());
        Map<String, Care> none = Map.of();
        return new Scenario(
                "lab",
                LocalDateTime.of(2026, 1, 5, 0, 0),
                Duration.ZERO,
                Duration.ofDays(90),
                List.of(new SiteKind("site", 1, List.of(new SiteKind.Stand("pc", 4)), Cuts.NONE, Cuts.NONE)),
                List.of(new MachineKind("pc", List.of(part), 800, 200)),
                Crew.IDEAL,
                Reporting.AT_ONCE,
                Monitoring.DEFAULTS,
                Stream.of(
                                new Policy(policy, Noticing.USERS, new Care.RunToFailure(), none, 0),
                                new Policy("monitored", Noticing.MONITORING, new Care.OnCondition(), none, 0))
                        .toList());
    }
}
