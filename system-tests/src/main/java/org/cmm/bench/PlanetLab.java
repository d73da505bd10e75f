package org.cmm.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Recorded CPU utilization of real hosts, one day each; see the README beside the files. */
final class PlanetLab {

    static final Duration STEP = Duration.ofMinutes(5);

    private static final List<String> DAYS = List.of("cpu-20110306.csv.gz", "cpu-20110420.csv.gz");

    /**
     * One host on one day.
     *
     * @param utilization ratios, {@link #STEP} apart
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    record HostDay(String name, double[] utilization) {}

    private PlanetLab() {}

    static List<HostDay> hostDays() {
        return DAYS.stream().flatMap(PlanetLab::hostDays).toList();
    }

    private static Stream<HostDay> hostDays(String day) {
        try (InputStream packed = PlanetLab.class.getResourceAsStream("/planetlab/" + day);
                InputStream text = new GZIPInputStream(Objects.requireNonNull(packed, day))) {
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))
                    .lines().map(line -> hostDay(day, line)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + day, e);
        }
    }

    private static HostDay hostDay(String day, String line) {
        int comma = line.indexOf(',');
        double[] ratios = Arrays.stream(line.substring(comma + 1).split(" "))
                .mapToDouble(percent -> Double.parseDouble(percent) / 100)
                .toArray();
        return new HostDay(day + " " + line.substring(0, comma), ratios);
    }
}
