package org.cmm.bench;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cmm.process.RunningServer;

/**
 * What history costs and how fast it is read: five years of a fleet, of which the last days are as real machines
 * measure, are delivered through the intake; then charts of any span, newest readings and lists are fetched, and bytes
 * counted.
 */
record HistoryBench(Bench.Options options, Figures figures) {

    private static final long SEED = 20_261_129;
    private static final int IDLE_SECONDS = 20;
    /** A day is closed when it has been over for so long. */
    private static final Duration GRACE = Duration.ofMinutes(370);

    private static final int DAYS_OF_HOURS = 32;
    private static final int DAYS_OF_DAYS = 1_830;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(40);
    /** The end of today, which comes as agents deliver it. */
    private static final Duration LIVE = Duration.ofHours(2);

    private static final Duration INTAKE = Duration.ofMinutes(30);

    private static final String OPEN_DAYS = """
            SELECT count(*) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent IN ('sample'::regclass, 'sample_closing'::regclass, 'rollup_5min'::regclass)
                AND right(relname, 8) < '%s'
            """;

    private static final String OPEN_YEARS = """
            SELECT count(*) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
            WHERE inhparent = 'rollup_1d'::regclass AND right(relname, 4) < '%d'
            """;

    private static final List<Span> SPANS = List.of(
            new Span("1h", Duration.ofHours(1)),
            new Span("24h", Duration.ofDays(1)),
            new Span("30d", Duration.ofDays(30)),
            new Span("1y", Duration.ofDays(365)),
            new Span("5y", Duration.ofDays(1826)));

    private record Span(String name, Duration length) {}

    void run(Path data) throws Exception {
        Instant now = Instant.now();
        whole(Files.createDirectory(data.resolve("whole")), now);
        if (!options.quick() && options.days() <= Bench.Options.FEW_DAYS) {
            growth(data, now);
        }
    }

    private void whole(Path data, Instant now) throws Exception {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        try (RunningServer server = RunningServer.start(data);
                Connection database = server.database()) {
            HistoryReads reads = HistoryReads.of(server);
            HistoryLoad load = HistoryLoad.into(server, database, fleet(), options.quick() ? 100 : 1_000);
            HistoryDays days = new HistoryDays(server, database, load, reads);
            days.load(today, options.days(), figures);
            long live = Math.max(
                    HistoryLoad.start(today),
                    now.minus(LIVE).truncatedTo(MINUTES).toEpochMilli());
            load.day(today, live);
            background(server, database, days, load, today);
            intake(server, load, today, live);
            sizes(database, today, load);
            repeat(database, today);
            settle(database, OPEN_YEARS.formatted(today.getYear()));
            reads(reads, load.machines(), now);
            new HistoryRetention(server, database, load, reads)
                    .measure(load.live(today, live + INTAKE.toMillis(), now.toEpochMilli()), now, figures);
        }
    }

    /** What intake takes of samples as agents deliver them, roll-ups included, when nothing is left to close beside. */
    private void intake(RunningServer server, HistoryLoad load, LocalDate today, long from) throws Exception {
        HistoryLoad.Live live = load.live(today, from, from + INTAKE.toMillis());
        double before = cpu(server);
        load.deliver(live);
        double each = (cpu(server) - before) / (live.samples() * load.columns()) * 1e6;
        figures.add("history.intake.cpu_s_per_million", each);
        figures.add(
                "history.background.of_intake_percent",
                100 * figures.last("history.background.cpu_s_per_million") / each);
    }

    /** What closing takes, from when nothing comes any more until all is closed. */
    private void background(
            RunningServer server, Connection database, HistoryDays days, HistoryLoad load, LocalDate today)
            throws Exception {
        boolean allClosed = Instant.now()
                .isAfter(Instant.ofEpochMilli(HistoryLoad.start(today)).plus(GRACE));
        double before = cpu(server);
        double closed = days.closed();
        Instant since = Instant.now();
        settle(database, OPEN_DAYS.formatted(suffix(allClosed ? today : today.minusDays(1))));
        double used = cpu(server) - before;
        double idle = idle(server, Duration.between(since, Instant.now()));
        double each = (used - idle) / ((days.closed() - closed) * days.samplesADay() * load.columns()) * 1e6;
        figures.add("history.background.cpu_s_per_million", each);
    }

    /** Nobody can wait for five years of samples: their hours and days are those of two days again and again. */
    private static void repeat(Connection database, LocalDate today) throws SQLException {
        execute(database, "SET TIME ZONE 'UTC'");
        repeat(database, today, "rollup_1h", "YYYYMM", "1 month", DAYS_OF_HOURS);
        repeat(database, today, "rollup_1d", "YYYY", "1 year", DAYS_OF_DAYS);
        execute(database, "ANALYZE rollup_1h, rollup_1d");
    }

    private static void repeat(
            Connection database, LocalDate today, String table, String suffix, String period, int days)
            throws SQLException {
        execute(database, """
                DO $$
                DECLARE first timestamptz;
                BEGIN
                    FOR first IN SELECT generate_series(
                        date_trunc('%3$s', timestamptz '%2$sZ' - interval '%5$d days', 'UTC'), '%2$sZ', '%4$s') LOOP
                        EXECUTE format('CREATE TABLE IF NOT EXISTS %%I PARTITION OF %1$s FOR VALUES FROM (%%L) TO (%%L)',
                            '%1$s_' || to_char(first AT TIME ZONE 'UTC', '%6$s'), first,
                            (first AT TIME ZONE 'UTC' + interval '%4$s') AT TIME ZONE 'UTC');
                    END LOOP;
                END $$
                """.formatted(table, today, period.substring(2), period, days, suffix));
        execute(database, """
                INSERT INTO %1$s SELECT server_id, at - interval '2 days' * ago, layout_id, readings
                FROM %1$s CROSS JOIN generate_series(1, %3$d) ago
                WHERE at >= timestamptz '%2$sZ' - interval '2 days' AND at < '%2$sZ' ON CONFLICT DO NOTHING
                """.formatted(table, today, days / 2));
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static GeneratedFleet fleet() {
        return GeneratedFleet.of(GeneratedFleet.Habits.USUAL, SEED);
    }

    /** What the server and its database would have used in that time without anything to do. */
    private static double idle(RunningServer server, Duration time) throws InterruptedException {
        double before = cpu(server);
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        return (cpu(server) - before) * (time.toSeconds() + IDLE_SECONDS) / IDLE_SECONDS;
    }

    static double cpu(RunningServer server) {
        return server.serverUsage().cpuSeconds() + server.databaseUsage().cpuSeconds();
    }

    /** Waits until there is no such table any more. */
    static void settle(Connection database, String open) throws Exception {
        Instant deadline = Instant.now().plus(LONGEST_WAIT);
        while (number(database, open) > 0) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("not all that is over is closed");
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private void sizes(Connection database, LocalDate today, HistoryLoad load) throws SQLException {
        double columns = load.columns();
        LocalDate closed = today.minusDays(2);
        figures.add(
                "history.closed.bytes_per_value",
                number(database, "SELECT pg_total_relation_size('sample_block_%s')".formatted(suffix(closed)))
                        / number(database, """
                                SELECT sum(cardinality(history_column(content, 1))) FROM sample_block_%s WHERE place = 0
                                """.formatted(suffix(closed)))
                        / columns);
        figures.add(
                "history.raw.bytes_per_value",
                number(database, "SELECT pg_total_relation_size('sample_%s')".formatted(suffix(today)))
                        / (number(database, "SELECT count(*) FROM sample_" + suffix(today)) * columns));
        perRollup(database, "5min", columns);
        perRollup(database, "1h", columns);
        perRollup(database, "1d", columns);
    }

    private static String suffix(LocalDate day) {
        return day.toString().replace("-", "");
    }

    /** A value here is what five statistics say of a series and interval; open rows and blocks together. */
    private void perRollup(Connection database, String tier, double columns) throws SQLException {
        String size = """
                SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('rollup_%1$s%2$s')
                """;
        double open = number(database, "SELECT count(*) FROM rollup_" + tier) * columns;
        double closed = number(database, """
                SELECT coalesce(sum(cardinality(history_column(content, 1))), 0) FROM rollup_%s_block WHERE place = 0
                """.formatted(tier)) * columns;
        if (open > 0) {
            figures.add(
                    "history.%s.open.bytes_per_value".formatted(tier),
                    number(database, size.formatted(tier, "")) / open);
        }
        if (closed > 0) {
            figures.add(
                    "history.%s.bytes_per_value".formatted(tier),
                    number(database, size.formatted(tier, "_block")) / closed);
        }
    }

    private void reads(HistoryReads reads, int machines, Instant now) throws Exception {
        int count = options.quick() ? 100 : 400;
        for (Span span : SPANS) {
            reads.measure(
                    "history.chart_" + span.name(),
                    figures,
                    count,
                    HistoryReads.chart(machines, span.length(), now, "system.cpu.utilization"));
        }
        reads.measure(
                "history.page_24h",
                figures,
                count,
                HistoryReads.chart(
                        machines,
                        Duration.ofDays(1),
                        now,
                        "system.cpu.utilization",
                        "system.memory.utilization",
                        "system.filesystem.utilization",
                        "system.disk.io.rate",
                        "system.network.io.rate"));
        reads.latest("history.latest_1000", figures, count / 4);
        reads.measure("history.top", figures, count / 4, HistoryReads.top(now));
    }

    /** Whether a value costs the same however many machines there are. */
    private static void growth(Path data, Instant now) throws Exception {
        System.out.printf("%n%8s %12s %14s %14s%n", "servers", "values", "s per million", "bytes/value");
        for (int machines : new int[] {50, 200, 800}) {
            growth(Files.createDirectory(data.resolve("growth-" + machines)), machines, now);
        }
    }

    private static void growth(Path data, int machines, Instant now) throws Exception {
        LocalDate end = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        try (RunningServer server = RunningServer.start(data);
                Connection database = server.database()) {
            HistoryLoad load = HistoryLoad.into(server, database, fleet(), machines);
            double before = cpu(server);
            Instant since = Instant.now();
            double values = (double) load.day(end.minusDays(1), Long.MAX_VALUE) * load.columns();
            settle(database, OPEN_DAYS.formatted(suffix(end)));
            double used = cpu(server) - before;
            double idle = idle(server, Duration.between(since, Instant.now()));
            System.out.printf(
                    Locale.ROOT,
                    "%8d %,12.0f %14.3f %14.3f%n",
                    machines,
                    values,
                    (used - idle) / values * 1e6,
                    number(database, "SELECT sum(pg_total_relation_size(relid)) FROM pg_partition_tree('sample_block')")
                            / values);
        }
    }

    static double number(Connection database, String query) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
