package org.cmm.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** {@code ./cmm bench WHAT [--rounds N] [--quick] [--json FILE]}. */
public final class Bench {

    private static final String USAGE = "usage: ./cmm bench ingest|start|agent [--rounds N] [--quick] [--json FILE]";

    private Bench() {}

    /** How a benchmark is to be run. */
    record Options(String what, int rounds, boolean quick, Optional<Path> json) {

        static Options read(String... arguments) {
            Deque<String> words = new ArrayDeque<>(List.of(arguments));
            String what = words.isEmpty() ? "" : words.remove();
            int rounds = 5;
            boolean quick = false;
            Optional<Path> json = Optional.empty();
            while (!words.isEmpty()) {
                switch (words.remove()) {
                    case "--rounds" -> rounds = Integer.parseInt(words.remove());
                    case "--quick" -> quick = true;
                    case "--json" -> json = Optional.of(Path.of(words.remove()));
                    case String other -> throw new IllegalArgumentException("unknown option " + other + "; " + USAGE);
                }
            }
            return new Options(what, quick ? Math.min(rounds, 2) : rounds, quick, json);
        }
    }

    public static void main(String... arguments) throws Exception {
        Options options = Options.read(arguments);
        Path data = Files.createTempDirectory("cmm-bench");
        Figures figures = new Figures();
        switch (options.what()) {
            case "ingest" -> new IngestBench(options, figures).run(data);
            case "agent" -> new AgentBench(options, figures).run(data);
            case "start" -> new StartBench(options, figures).run(data);
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
        delete(data);
        figures.print(System.out);
        if (options.json().isPresent()) {
            figures.write(options.json().get());
        }
    }

    private static void delete(Path folder) throws Exception {
        new ProcessBuilder("rm", "-rf", folder.toString()).start().waitFor();
    }
}
