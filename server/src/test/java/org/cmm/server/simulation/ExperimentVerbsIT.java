package org.cmm.server.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.server.simulation.ExperimentFile.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperimentVerbsIT {

    private static final String FILE = """
            {"name": "lab", "seed": 5, "replications": 8, "length": "60 d",
             "sites": [{"name": "s", "machines": {"pc": 6},
                        "power": {"between": {"law": "exponential", "mean": "92 h"}, "length": "4 h"}}],
             "machines": [{"name": "pc", "parts": [
               {"name": "disk", "group": "storage", "life": {"law": "exponential", "mean": "500 h"},
                "warning": {"length": {"law": "exponential", "mean": "48 h"},
                            "sign": {"metric": "system.filesystem.utilization", "usual": 0.5, "at-failure": 1}},
                "repair": {"corrective": "10 h", "planned": "30 min"}}]}],
             "policies": [{"name": "reactive"},
                          {"name": "watched", "noticing": "monitoring", "care": "on-condition"}]}
            """;

    @TempDir
    Path folder;

    @Test
    void theBundleIsTheSameBytesOnAnyNumberOfThreads() throws IOException {
        assertThat(run("one", "--threads", "1")).isZero();
        assertThat(run("three", "--threads", "3")).isZero();

        assertThat(contents("three")).isEqualTo(contents("one"));
    }

    @Test
    void theBundlesOwnParametersMakeTheSameBundle() throws IOException {
        assertThat(run("first", "--seed", "77", "--replications", "5")).isZero();
        Path parameters = folder.resolve("first").resolve("experiment.json");

        assertThat(ExperimentVerbs.experiment(List.of(
                        "run",
                        parameters.toString(),
                        "--out",
                        folder.resolve("again").toString())))
                .isZero();

        assertThat(contents("again")).isEqualTo(contents("first"));
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws IOException {
        assertThat(run("sums")).isZero();

        String sums = contents("sums").getOrDefault("SHA256SUMS", "");

        assertThat(sums.lines())
                .hasSize(contents("sums").size() - 1)
                .allMatch(line -> line.matches("[0-9a-f]{64}  .+"));
    }

    @Test
    void samplesOneByOneGiveTheSameAlertsAsDelays() throws IOException {
        Path samples = Files.writeString(
                folder.resolve("samples.json"), FILE.replace("\"seed\"", "\"fidelity\": \"samples\", \"seed\""));
        assertThat(run("delays", "--replications", "2")).isZero();
        assertThat(ExperimentVerbs.experiment(List.of(
                        "run",
                        samples.toString(),
                        "--replications",
                        "2",
                        "--out",
                        folder.resolve("slow").toString())))
                .isZero();

        assertThat(contents("slow")
                        .getOrDefault("events.csv", "")
                        .lines()
                        .filter(line -> line.contains(",alert,"))
                        .count())
                .isEqualTo(contents("delays")
                        .getOrDefault("events.csv", "")
                        .lines()
                        .filter(line -> line.contains(",alert,"))
                        .count());
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsWritten() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.json"), FILE.replace("500 h", "-500 h"));
        String out = folder.resolve("none").toString();

        assertThat(said(() -> ExperimentVerbs.experiment(List.of("run", wrong.toString(), "--out", out))))
                .contains("machines[0].parts[0].life.mean");
        assertThat(said(() -> ExperimentVerbs.experiment(List.of("run", "nowhere.json", "--out", out))))
                .contains("there is no file 'nowhere.json'");
        assertThat(said(() -> ExperimentVerbs.experiment(List.of("run", wrong.toString()))))
                .contains("needs --out FOLDER");
        assertThat(said(() ->
                        ExperimentVerbs.experiment(List.of("run", wrong.toString(), "--threads", "0", "--out", out))))
                .contains("--threads must be a whole number from 1 to 256, was '0'");
        assertThat(Path.of(out)).doesNotExist();
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("thesis.txt"), "years of work");

        assertThat(run("full")).isEqualTo(1);

        assertThat(contents("full")).containsOnlyKeys("thesis.txt");
    }

    @Test
    void everyPresetCanBeWrittenOutAndReadBack() {
        for (String name : Presets.NAMES) {
            ExperimentFile preset = Presets.find(name).orElseThrow();
            assertThat(ExperimentFile.read(preset.write())).isEqualTo(new Read.Sound(preset));
        }
    }

    private int run(String out, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("lab.json"), FILE);
        List<String> words = Stream.concat(
                        Stream.of(
                                "run",
                                file.toString(),
                                "--out",
                                folder.resolve(out).toString()),
                        Stream.of(more))
                .toList();
        return ExperimentVerbs.experiment(words);
    }

    private Map<String, String> contents(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), ExperimentVerbsIT::text, (one, other) -> one, TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String said(Runnable work) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
