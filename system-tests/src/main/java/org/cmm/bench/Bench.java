package org.cmm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code ./cmm bench WHAT [--rounds N] [--days N] [--quick] [--json FILE]}, and {@code ./cmm bench record}. */
public final class Bench {

    private static final String USAGE = """
            usage: ./cmm bench ingest|start|agent|alerts|history|experiment|codec [--rounds N] [--quick] [--json FILE]
                   ./cmm bench history [--days N]
                   ./cmm bench record [--for 5m] [--every 10s] [--out recording.tsv.gz]""";

    private Bench() {}

    /** How a benchmark is to be run. */
    record Options(String what, int rounds, int days, boolean quick, Optional<Path> json) {

        /** Of history, unless more are asked for, which takes its time. */
        static final int FEW_DAYS = 2;

        static Options read(String... arguments) {
            Deque<String> words = new ArrayDeque<>(List.of(arguments));
            String what = words.remove();
            int rounds = what.equals("agent") || what.equals("history")
                    ? 1
                    : what.equals("alerts") || what.equals("experiment") ? 3 : 5;
            int days = FEW_DAYS;
            boolean quick = false;
            Optional<Path> json = Optional.empty();
            while (!words.isEmpty()) {
                switch (words.remove()) {
                    case "--rounds" -> rounds = Math.max(1, Integer.parseInt(words.remove()));
                    case "--days" -> days = Math.clamp(Integer.parseInt(words.remove()), FEW_DAYS, 365);
                    case "--quick" -> quick = true;
                    case "--json" -> json = Optional.of(Path.of(words.remove()));
                    case String other -> throw new IllegalArgumentException("unknown option " + other);
                }
            }
            return new Options(what, quick ? Math.min(rounds, 2) : rounds, days, quick, json);
        }
    }

    public static void main(String... arguments) throws IOException {
        Work work;
        try {
            work = read(arguments);
        } catch (IllegalArgumentException | DateTimeParseException | NoSuchElementException e) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        Path data = Files.createTempDirectory("cmm-bench");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> leaveNothing(data), "bench-end"));
        try {
            work.run(data);
        } catch (Exception e) {
            System.err.println("cmm bench " + arguments[0] + " failed: " + e.getMessage());
            System.exit(1);
        }
    }

    /** What is to be done, in a folder that is deleted afterwards. */
    private interface Work {
        void run(Path data) throws Exception;
    }

    private static Work read(String... arguments) {
        if (List.of(arguments).indexOf("record") == 0) {
            return RecordBench.read(Arrays.copyOfRange(arguments, 1, arguments.length))::run;
        }
        Options options = Options.read(arguments);
        return data -> run(options, data);
    }

    private static void run(Options options, Path data) throws Exception {
        Figures figures = new Figures();
        switch (options.what()) {
            case "ingest" -> new IngestBench(options, figures).run(data);
            case "agent" -> new AgentBench(options, figures).run(data);
            case "alerts" -> new AlertsBench(options, figures).run(data);
            case "start" -> new StartBench(options, figures).run(data);
            case "history" -> new HistoryBench(options, figures).run(data);
            case "experiment" -> new ExperimentBench(options, figures).run();
            case "codec" -> new CodecBench(options, figures).run(data);
            case String other -> throw new IllegalArgumentException("there is no bench '" + other + "'; " + USAGE);
        }
        figures.print(System.out);
        if (options.json().isPresent()) {
            figures.write(options.json().get());
        }
    }

    /** After Ctrl-C too: no process and no file stays behind. */
    private static void leaveNothing(Path data) {
        List<ProcessHandle> started = ProcessHandle.current().children().toList();
        started.forEach(ProcessHandle::destroy);
        CompletableFuture.allOf(started.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .join();
        try {
            new ProcessBuilder("rm", "-rf", data.toString()).start().waitFor();
        } catch (IOException e) {
            System.err.println("cmm bench: " + data + " could not be deleted: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
