package org.cmm.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.process.RunningServer;
import org.cmm.protocol.SampleRow;

/** Days of a {@link GeneratedFleet}, delivered through the intake as fast as it takes them. */
final class HistoryLoad {

    private static final int CONNECTIONS = 64;
    private static final int ROWS_A_BATCH = 60;
    /** Agents deliver every thirty seconds. */
    private static final int ROWS_A_DELIVERY = 3;

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

    /** Delivers a day of every machine, until {@code end}; the number of samples. */
    long day(LocalDate day, long end) throws Exception {
        long samples = 0;
        for (int first = 0; first < machines(); first += TOGETHER) {
            List<List<SampleRow>> rows = rows(day, first, Math.min(machines(), first + TOGETHER), start(day), end);
            deliver(requests(first, rows, ROWS_A_BATCH), rows.size());
            samples += rows.stream().mapToLong(List::size).sum();
        }
        return samples;
    }

    /** What every machine measured on a day from one time to before another, as they deliver it: three at a time. */
    Live live(LocalDate day, long from, long to) {
        List<List<SampleRow>> rows = rows(day, 0, machines(), from, to);
        return new Live(
                requests(0, rows, ROWS_A_DELIVERY),
                rows.stream().mapToLong(List::size).sum());
    }

    /** Deliveries of all machines by turns, and how many samples they hold. */
    record Live(List<byte[]> requests, long samples) {}

    /** Sends them as fast as they are taken. */
    void deliver(Live live) throws Exception {
        deliver(live.requests(), machines());
    }

    private List<List<SampleRow>> rows(LocalDate day, int first, int end, long from, long to) {
        List<List<SampleRow>> rows = new ArrayList<>();
        for (int machine = first; machine < end; machine++) {
            rows.add(rows(fleet.machine(machine).day((int) day.toEpochDay()), start(day), from, to));
        }
        return rows;
    }

    /** Of a machine that was off all the time, the sample before; of one that was off before too, its first. */
    private static List<SampleRow> rows(GeneratedDay day, long start, long from, long to) {
        int begin = place(day, from - start);
        int end = place(day, to - start);
        if (begin == end) {
            begin = Math.max(0, end - 1);
            end = begin + 1;
        }
        List<SampleRow> rows = new ArrayList<>(end - begin);
        for (int place = begin; place < end; place++) {
            rows.add(new SampleRow(start + day.at()[place], day.sample(place)));
        }
        return rows;
    }

    /** The first sample at or after a time of the day. */
    private static int place(GeneratedDay day, long time) {
        int found = Arrays.binarySearch(day.at(), time);
        return found < 0 ? -1 - found : found;
    }

    /** Machines that measured less say their last sample again, so that they take turns to the end. */
    private List<byte[]> requests(int first, List<List<SampleRow>> rows, int together) {
        int longest = rows.stream().mapToInt(List::size).max().orElse(0);
        List<byte[]> made = new ArrayList<>();
        for (int from = 0; from < longest; from += together) {
            for (int machine = 0; machine < rows.size(); machine++) {
                List<SampleRow> all = rows.get(machine);
                int begin = Math.clamp(from, 0, Math.max(0, all.size() - 1));
                made.add(requests.request(
                        first + machine + 1, all.subList(begin, Math.min(all.size(), begin + together))));
            }
        }
        return made;
    }

    private void deliver(List<byte[]> made, int machines) throws Exception {
        Load.Outcome outcome = Load.run(server.port(), made, machines, CONNECTIONS, LONGEST_RUN);
        if (outcome.refused() > 0) {
            throw new IllegalStateException("%d requests were refused; the first: %s"
                    .formatted(outcome.refused(), outcome.firstRefusal().orElse("")));
        }
        seconds += outcome.seconds();
    }

    static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
