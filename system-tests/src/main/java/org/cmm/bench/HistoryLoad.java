package org.cmm.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.process.RunningServer;
import org.cmm.protocol.SampleRow;

/** Days of a {@link GeneratedFleet}, delivered through the intake as fast as it takes them. */
final class HistoryLoad {

    private static final int CONNECTIONS = 64;
    private static final int ROWS_A_BATCH = 60;
    /** Machines whose requests are in memory at a time. */
    private static final int TOGETHER = 100;

    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final GeneratedFleet fleet;
    private final RunningServer server;
    private final BenchFleet agents;
    private final Requests requests;
    private double seconds;

    private HistoryLoad(GeneratedFleet fleet, RunningServer server, BenchFleet agents) {
        this.fleet = fleet;
        this.server = server;
        this.agents = agents;
        this.requests = Requests.of(agents, fleet.decimals());
    }

    static HistoryLoad into(RunningServer server, Connection database, GeneratedFleet fleet, int machines)
            throws SQLException {
        BenchFleet agents = BenchFleet.create(database, machines);
        return new HistoryLoad(fleet, server, new BenchFleet(layout(database, fleet), agents.agents()));
    }

    private static int layout(Connection database, GeneratedFleet fleet) throws SQLException {
        try (PreparedStatement layout = database.prepareStatement(
                "INSERT INTO layout (fingerprint, series, decimals) VALUES ('generated', ?, ?) RETURNING id")) {
            layout.setArray(1, database.createArrayOf("text", fleet.series().toArray()));
            layout.setArray(
                    2,
                    database.createArrayOf(
                            "int4", IntStream.of(fleet.decimals()).boxed().toArray()));
            try (ResultSet row = layout.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    int columns() {
        return fleet.series().size();
    }

    int machines() {
        return agents.agents();
    }

    /** Time spent sending. */
    double seconds() {
        return seconds;
    }

    /** A day of every machine as it measured it, until {@code end}; the number of samples. */
    long day(LocalDate day, long end) throws Exception {
        long start = start(day);
        long samples = 0;
        for (int first = 0; first < machines(); first += TOGETHER) {
            List<List<SampleRow>> rows = new ArrayList<>();
            for (int machine = first; machine < Math.min(machines(), first + TOGETHER); machine++) {
                rows.add(rows(fleet.machine(machine).day((int) day.toEpochDay()), start, end));
            }
            samples += send(first, rows);
        }
        return samples;
    }

    private static List<SampleRow> rows(GeneratedDay day, long start, long end) {
        List<SampleRow> rows = new ArrayList<>(day.samples());
        for (int place = 0; place < day.samples() && start + day.at()[place] < end; place++) {
            rows.add(new SampleRow(start + day.at()[place], day.sample(place)));
        }
        return rows;
    }

    /** Machines that measured less say their last sample again, so that they take turns to the end. */
    private long send(int first, List<List<SampleRow>> rows) throws Exception {
        int longest = rows.stream().mapToInt(List::size).max().orElse(0);
        List<byte[]> made = new ArrayList<>();
        for (int from = 0; from < longest; from += ROWS_A_BATCH) {
            for (int machine = 0; machine < rows.size(); machine++) {
                List<SampleRow> all = rows.get(machine);
                int begin = Math.clamp(from, 0, Math.max(0, all.size() - 1));
                made.add(requests.request(
                        first + machine + 1, all.subList(begin, Math.min(all.size(), begin + ROWS_A_BATCH))));
            }
        }
        Load.Outcome outcome = Load.run(server.port(), made, rows.size(), CONNECTIONS, LONGEST_RUN);
        if (outcome.refused() > 0) {
            throw new IllegalStateException("%d requests were refused; the first: %s"
                    .formatted(outcome.refused(), outcome.firstRefusal().orElse("")));
        }
        seconds += outcome.seconds();
        return rows.stream().mapToLong(List::size).sum();
    }

    static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
