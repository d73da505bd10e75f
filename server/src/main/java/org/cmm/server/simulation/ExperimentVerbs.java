package org.cmm.server.simulation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.cmm.core.simulation.Replication;
import org.cmm.server.simulation.ExperimentFile.Read;

/** The command line's {@code experiment}. It needs no server and no database. Each answers with the exit code. */
public final class ExperimentVerbs {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_WORDS = 2;
    private static final int HEAD_REPLICATIONS = 2;

    private static final String USAGE = """
            usage: cmm experiment run FILE [--replications N] [--seed S] [--threads T] --out FOLDER
                   cmm experiment verify         sets the simulator beside formulas, in about a minute
                   cmm experiment preset NAME    writes an experiment to start from; NAME is one of
                                                 %s
            """.formatted(String.join(", ", Presets.NAMES));

    private ExperimentVerbs() {}

    /** @param operands the verb's own words */
    public static int experiment(List<String> operands) {
        if (operands.isEmpty()) {
            return wrongWords("experiment needs a verb");
        }
        List<String> rest = operands.subList(1, operands.size());
        return switch (operands.getFirst()) {
            case "run" -> run(rest);
            case "preset" -> preset(rest);
            case "verify" -> verify(rest);
            default -> wrongWords("experiment has no verb '%s'".formatted(operands.getFirst()));
        };
    }

    private static int verify(List<String> words) {
        if (!words.isEmpty()) {
            return wrongWords("experiment verify takes nothing");
        }
        try {
            return Verification.print(Runtime.getRuntime().availableProcessors(), System.out) ? DONE : FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private static int preset(List<String> words) {
        if (words.size() != 1 || Presets.find(words.getFirst()).isEmpty()) {
            return wrongWords("experiment preset needs one of the names");
        }
        System.out.print(Presets.find(words.getFirst()).orElseThrow().write());
        System.out.flush();
        return DONE;
    }

    private static int run(List<String> words) {
        RunWords asked;
        try {
            asked = RunWords.of(words);
        } catch (IllegalArgumentException e) {
            return wrongWords(String.valueOf(e.getMessage()));
        }
        try {
            return switch (ExperimentFile.read(Files.readString(asked.file(), StandardCharsets.UTF_8))) {
                case Read.Sound(ExperimentFile file) -> run(asked.applied(file), asked);
                case Read.Faulty(List<FileFault> faults) -> {
                    faults.forEach(fault -> System.err.printf("cmm: %s: %s%n", asked.file(), fault));
                    yield FAILED;
                }
            };
        } catch (NoSuchFileException e) {
            return failed("there is no file '%s'".formatted(e.getFile()));
        } catch (IOException e) {
            return failed("%s: %s".formatted(asked.file(), e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private static int run(ExperimentFile file, RunWords asked) throws IOException, InterruptedException {
        Path out = asked.out();
        if (Files.exists(out) && !isEmptyFolder(out)) {
            return failed("'%s' is there already and is not an empty folder; name another one".formatted(out));
        }
        long began = System.nanoTime();
        List<Replication> replications = LocalRun.of(file, asked.threads(), new ProgressLine());
        double seconds = (System.nanoTime() - began) / 1e9;
        EvidenceFolder.write(EvidenceOf.run(file, replications), out);
        long events = replications.stream()
                .flatMap(replication -> replication.policies().stream())
                .mapToLong(totals -> totals.events())
                .sum();
        System.err.printf(
                "%d replications of %d policies in %.1f s, %,.0f events a second; the bundle is in %s%n",
                replications.size(), file.scenario().policies().size(), seconds, events / seconds, out);
        return DONE;
    }

    private static boolean isEmptyFolder(Path out) throws IOException {
        if (!Files.isDirectory(out)) {
            return false;
        }
        try (var entries = Files.list(out)) {
            return entries.findAny().isEmpty();
        }
    }

    private static int wrongWords(String fault) {
        System.err.printf("cmm: %s%n%n%s", fault, USAGE);
        return WRONG_WORDS;
    }

    private static int failed(String fault) {
        System.err.println("cmm: " + fault);
        return FAILED;
    }

    /** Where a run is, now and then, on one line for people and on its own for files. */
    private static final class ProgressLine implements LocalRun.Progress {
        private static final long PAUSE_NANOS = 1_000_000_000;
        private final long began = System.nanoTime();
        private long last = began;

        @Override
        public void reached(int done, int of) {
            long now = System.nanoTime();
            if (now - last >= PAUSE_NANOS && done >= HEAD_REPLICATIONS) {
                last = now;
                double left = (now - began) / 1e9 / done * (of - done);
                System.err.printf("%d of %d replications, about %.0f s left%n", done, of, left);
            }
        }
    }
}
