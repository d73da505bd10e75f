package org.cmm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What an agent measured on a real machine, as a packed table: a line of the columns' series, one of their decimals,
 * and one for each sample, its time in milliseconds since 1970 before its values. What is absent is empty.
 *
 * @param series the text of each column's series
 * @param decimals that each column was sent with
 * @param at times, rising
 * @param columns one array for each series; {@code NaN} is absent
 */
@SuppressWarnings("ArrayRecordComponent") // read only, and never compared
record Recording(List<String> series, int[] decimals, long[] at, double[][] columns) {

    private static final String TAB = "\t";

    /** A sample a second of the machine that CMM was built on, while it built CMM. */
    static Recording ofSeconds() {
        return resource("/recordings/build-machine-1s.tsv.gz");
    }

    /** The same machine at the same time, as its other agent measured it every ten seconds. */
    static Recording ofTenSeconds() {
        return resource("/recordings/build-machine-10s.tsv.gz");
    }

    private static Recording resource(String name) {
        try (InputStream packed = Recording.class.getResourceAsStream(name)) {
            return read(Objects.requireNonNull(packed, name));
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    static Recording read(InputStream packed) throws IOException {
        List<String[]> lines = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))
                .lines()
                .map(line -> line.split(TAB, -1))
                .toList();
        List<String> series = Arrays.asList(lines.get(0)).subList(1, lines.get(0).length);
        int[] decimals =
                Arrays.stream(lines.get(1)).skip(1).mapToInt(Integer::parseInt).toArray();
        List<String[]> samples = lines.subList(2, lines.size());
        long[] at =
                samples.stream().mapToLong(sample -> Long.parseLong(sample[0])).toArray();
        double[][] columns = IntStream.rangeClosed(1, series.size())
                .mapToObj(column -> samples.stream()
                        .mapToDouble(
                                sample -> sample[column].isEmpty() ? Double.NaN : Double.parseDouble(sample[column]))
                        .toArray())
                .toArray(double[][]::new);
        return new Recording(series, decimals, at, columns);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("at" + TAB + String.join(TAB, series));
        lines.add("decimals" + TAB
                + Arrays.stream(decimals).mapToObj(Integer::toString).collect(Collectors.joining(TAB)));
        for (int sample = 0; sample < at.length; sample++) {
            lines.add(line(sample));
        }
        try (var packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private String line(int sample) {
        return Stream.concat(
                        Stream.of(Long.toString(at[sample])),
                        Arrays.stream(columns).map(column -> text(column[sample])))
                .collect(Collectors.joining(TAB));
    }

    private static String text(double value) {
        return Double.isNaN(value)
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    int samples() {
        return at.length;
    }

    /** The place of a series, or -1. */
    int place(String name) {
        return series.indexOf(name);
    }

    /**
     * As an agent would have measured it that looks less often: shares and rates are means, everything else is what it
     * was last.
     *
     * @param every so many samples
     * @param first the sample to begin with
     */
    Recording thinned(int every, int first) {
        int count = (samples() - first) / every;
        double[][] thin = new double[columns.length][count];
        for (int column = 0; column < columns.length; column++) {
            double power = Math.pow(10, decimals[column]);
            for (int sample = 0; sample < count; sample++) {
                int from = first + sample * every;
                double value = isMean(series.get(column))
                        ? Arrays.stream(columns[column], from, from + every)
                                .average()
                                .orElse(Double.NaN)
                        : columns[column][from + every - 1];
                thin[column][sample] = Math.rint(value * power) / power;
            }
        }
        long[] times = IntStream.range(0, count)
                .mapToLong(sample -> at[first + sample * every + every - 1])
                .toArray();
        return new Recording(series, decimals, times, thin);
    }

    private static boolean isMean(String name) {
        return name.startsWith("system.cpu.utilization") || name.contains(".io.rate");
    }
}
