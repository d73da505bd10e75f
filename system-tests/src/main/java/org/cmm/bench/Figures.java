package org.cmm.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Named numbers of several rounds; what counts is the median. The unit is the end of the name. */
final class Figures {

    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void add(String name, double value) {
        rounds.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    /** The newest value of this name. */
    double last(String name) {
        return rounds.getOrDefault(name, List.of(Double.NaN)).getLast();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    void print(PrintStream out) {
        out.printf("%-42s %14s %14s %14s   %s%n", "", "median", "least", "most", "aim");
        rounds.forEach((name, values) -> out.printf(
                Locale.ROOT,
                "%-42s %,14.3f %,14.3f %,14.3f   %s%n",
                name,
                median(values),
                values.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN),
                values.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN),
                Aim.of(name).map(aim -> aim.judged(median(values))).orElse("")));
    }

    /** One flat JSON object from name to median. */
    void write(Path file) throws IOException {
        Files.writeString(
                file,
                rounds.entrySet().stream()
                        .map(figure -> String.format(
                                Locale.ROOT, "  \"%s\": %.6g", figure.getKey(), median(figure.getValue())))
                        .collect(Collectors.joining(",\n", "{\n", "\n}\n")));
    }
}
