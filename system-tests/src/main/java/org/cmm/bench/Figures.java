package org.cmm.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Named numbers of several rounds; what counts is the median. The unit is the end of the name. */
final class Figures {

    private final Map<String, List<Double>> rounds = new TreeMap<>();

    void add(String name, double value) {
        rounds.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /** The newest value of this name. */
    double last(String name) {
        return rounds.getOrDefault(name, List.of(Double.NaN)).getLast();
    }

    double median(String name) {
        List<Double> sorted =
                rounds.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    void print(PrintStream out) {
        out.printf("%-44s %14s %14s %14s%n", "", "median", "least", "most");
        rounds.forEach((name, values) -> out.printf(
                Locale.ROOT,
                "%-44s %,14.3f %,14.3f %,14.3f%n",
                name,
                median(name),
                values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN)));
    }

    /** One flat JSON object from name to median. */
    void write(Path file) throws IOException {
        Files.writeString(
                file,
                rounds.keySet().stream()
                        .map(name -> String.format(Locale.ROOT, "  \"%s\": %.6g", name, median(name)))
                        .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    }
}
