package org.cmm.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningAgent;
import org.cmm.process.RunningServer;

/**
 * Records this machine: a real agent, a real server, and what arrived on its disk as a {@link Recording}.
 *
 * @param length how long to measure
 * @param interval between two samples
 */
record RecordBench(Duration length, Duration interval, Path file) {

    /** The agent needs that long from its start until its first sample is delivered. */
    private static final Duration START = Duration.ofSeconds(10);

    static RecordBench read(String... arguments) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
        Duration length = Duration.ofMinutes(5);
        Duration interval = Duration.ofSeconds(10);
        Path file = Path.of("recording.tsv.gz");
        while (!words.isEmpty()) {
            switch (words.remove()) {
                case "--for" -> length = duration(words.remove());
                case "--every" -> interval = duration(words.remove());
                case "--out" -> file = Path.of(words.remove());
                case String other -> throw new IllegalArgumentException("unknown option " + other);
            }
        }
        return new RecordBench(length, interval, file);
    }

    /** Such as {@code 90s}, {@code 10m} or {@code 2h}. */
    private static Duration duration(String text) {
        return Duration.parse("PT" + text);
    }

    void run(Path data) throws Exception {
        try (RunningServer server = RunningServer.start(data)) {
            Path folder = data.resolve("recorded");
            AgentBench.enrol(server, RunningAgent.data(folder), "recorded");
            String every = interval.toMillis() + "ms";
            try (RunningAgent agent =
                    RunningAgent.start(folder, server.url(), "--interval", every, "--delivery-interval", "5s")) {
                System.out.println("Recording this machine for " + length.toSeconds() + " s");
                TimeUnit.MILLISECONDS.sleep(START.plus(length).toMillis());
                agent.stop();
            }
            try (Connection database = server.database()) {
                Recording recording = stored(database);
                recording.write(file);
                System.out.printf(
                        "%s: %d samples of %d series%n",
                        file, recording.samples(), recording.series().size());
            }
        }
    }

    /** All samples of the layout that has most of them, of one server. */
    private static Recording stored(Connection database) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("""
                WITH used AS (SELECT server_id, layout_id FROM sample GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1)
                SELECT series, decimals, extract(epoch FROM at) * 1000 AS at, readings
                  FROM used JOIN sample USING (server_id, layout_id) JOIN layout ON layout.id = layout_id
                 ORDER BY sample.at
                """);
                ResultSet rows = query.executeQuery()) {
            List<String> series = List.of();
            int[] decimals = {};
            List<Long> at = new ArrayList<>();
            List<Double[]> samples = new ArrayList<>();
            while (rows.next()) {
                series = List.of((String[]) rows.getArray("series").getArray());
                decimals = Arrays.stream((Integer[]) rows.getArray("decimals").getArray())
                        .mapToInt(Integer::intValue)
                        .toArray();
                at.add(rows.getLong("at"));
                samples.add((Double[]) rows.getArray("readings").getArray());
            }
            double[][] columns = new double[series.size()][samples.size()];
            for (int sample = 0; sample < samples.size(); sample++) {
                for (int column = 0; column < columns.length; column++) {
                    Double value = samples.get(sample)[column];
                    columns[column][sample] = value == null ? Double.NaN : value;
                }
            }
            return new Recording(
                    series, decimals, at.stream().mapToLong(Long::longValue).toArray(), columns);
        }
    }
}
