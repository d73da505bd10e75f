package org.cmm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How fast experiments are in the fast mode, how much memory they take, and how their cost grows. */
record ExperimentBench(Bench.Options options, Figures figures) {

    private static final int MACHINES = 1_000;
    private static final int YEARS = 5;
    private static final int REPLICATIONS = 100;
    private static final int POLICIES = 3;

    private record Run(double seconds, long events, double peakMib) {}

    void run() throws IOException, InterruptedException {
        int replications = options.quick() ? REPLICATIONS / 5 : REPLICATIONS;
        for (int round = 0; round < options.rounds(); round++) {
            Run two = run(MACHINES, YEARS, replications, 2);
            Run one = run(MACHINES, YEARS, replications, 1);
            figures.add("experiment.headline_s", two.seconds() * REPLICATIONS / replications);
            figures.add("experiment.events_per_s", two.events() / two.seconds());
            figures.add("experiment.speedup_2_threads", one.seconds() / two.seconds());
            figures.add("experiment.rss_mib", two.peakMib());
        }
        System.out.printf(
                "%d machines, %d years, %d replications of %d policies%n%n", MACHINES, YEARS, REPLICATIONS, POLICIES);
        growth();
    }

    /** Double one thing at a time: the cost of a machine and year should stay what it is. */
    private void growth() throws IOException, InterruptedException {
        int base = options.quick() ? 4 : 12;
        System.out.printf("%10s %10s %14s %10s %26s%n", "machines", "years", "replications", "s", "µs a machine-year");
        for (int factor : new int[] {1, 2, 4, 8}) {
            row(260 * factor, 5, base);
        }
        for (int factor : new int[] {1, 2, 4, 8}) {
            row(500, 2 * factor, base);
        }
        for (int factor : new int[] {1, 2, 4, 8}) {
            row(500, 5, base * factor);
        }
        System.out.println();
    }

    private void row(int machines, int years, int replications) throws IOException, InterruptedException {
        Run run = run(machines, years, replications, 2);
        double machineYears = (double) machines * years * replications * POLICIES;
        System.out.printf(
                Locale.ROOT,
                "%10d %10d %14d %10.2f %26.2f%n",
                machines,
                years,
                replications,
                run.seconds(),
                run.seconds() * 1e6 / machineYears);
    }

    private Run run(int machines, int years, int replications, int threads) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("cmm.experiment.options", "").split(" ")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ExperimentRuns.class.getName()));
        for (int word : new int[] {machines, years, replications, threads}) {
            command.add(Integer.toString(word));
        }
        command.removeIf(String::isEmpty);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            if (line == null) {
                throw new IOException("the experiment's process ended without a word");
            }
            String[] words = line.split(" ");
            return new Run(Double.parseDouble(words[0]), Long.parseLong(words[1]), peakMib(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** What the process held at most. */
    private static double peakMib(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
