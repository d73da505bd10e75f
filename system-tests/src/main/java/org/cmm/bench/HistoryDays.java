package org.cmm.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cmm.process.RunningServer;

/** Days of a fleet one after another through the intake, as a table: whether each costs what the first one cost. */
final class HistoryDays {

    private final RunningServer server;
    private final Connection database;
    private final HistoryLoad load;
    private final HistoryReads reads;
    private final List<Double> costs = new ArrayList<>();
    private final List<Double> waits = new ArrayList<>();
    private long samples;

    HistoryDays(RunningServer server, Connection database, HistoryLoad load, HistoryReads reads) {
        this.server = server;
        this.database = database;
        this.load = load;
        this.reads = reads;
    }

    /** So many days before {@code today}, while somebody looks at charts; figures of all of them. */
    void load(LocalDate today, int days, Figures figures) throws Exception {
        System.out.printf(
                "%n%4s %14s %12s %14s %10s %10s %8s %8s%n",
                "day", "values", "values/s", "s per million", "chart p50", "chart p95", "open", "GB");
        double cpu = HistoryBench.cpu(server);
        for (int number = 1; number <= days; number++) {
            one(number, today.minusDays(days + 1L - number));
        }
        double millions = (double) samples * load.columns() / 1e6;
        figures.add("history.load.values_per_s", millions * 1e6 / load.seconds());
        figures.add("history.load.cpu_s_per_million", (HistoryBench.cpu(server) - cpu) / millions);
        figures.add("history.load.last_to_first_days_ratio", lastToFirst());
        Waits.of(waits).addTo(figures, "history.load.chart_24h");
    }

    /** Processor time is all that was used since the day before: closing of earlier days goes on beside. */
    private void one(int number, LocalDate day) throws Exception {
        double cpu = HistoryBench.cpu(server);
        double seconds = load.seconds();
        Instant end = Instant.ofEpochMilli(HistoryLoad.start(day));
        Onlooker onlooker = Onlooker.at(
                reads, HistoryReads.chart(load.machines(), Duration.ofDays(1), end, "system.cpu.utilization"));
        long loaded = load.day(day, Long.MAX_VALUE);
        Waits looked = onlooker.leave();
        for (double wait : looked.milliseconds()) {
            waits.add(wait);
        }
        samples += loaded;
        double values = (double) loaded * load.columns();
        costs.add((HistoryBench.cpu(server) - cpu) / values * 1e6);
        System.out.printf(
                Locale.ROOT,
                "%4d %,14.0f %,12.0f %14.3f %10.1f %10.1f %8.0f %8.2f%n",
                number,
                (double) samples * load.columns(),
                values / (load.seconds() - seconds),
                costs.getLast(),
                looked.quantile(0.5),
                looked.quantile(0.95),
                HistoryBench.number(database, """
                        SELECT count(*) FROM pg_inherits WHERE inhparent IN ('sample'::regclass, 'sample_closing'::regclass)
                            AND pg_relation_size(inhrelid) > 0
                        """),
                HistoryBench.number(database, "SELECT pg_database_size(current_database())") / 1e9);
    }

    /** Of the third of days at either end; the first is left out when there are more, for compilers work then. */
    private double lastToFirst() {
        List<Double> settled = costs.size() > 2 ? costs.subList(1, costs.size()) : costs;
        int third = Math.max(1, settled.size() / 3);
        return mean(settled.subList(settled.size() - third, settled.size())) / mean(settled.subList(0, third));
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /** Of one machine, on average. */
    double samplesADay() {
        return (double) samples / costs.size() / load.machines();
    }

    /** Days of one machine that are closed. */
    double closed() throws SQLException {
        return HistoryBench.number(database, "SELECT count(*) FROM sample_block WHERE place = 0");
    }
}
