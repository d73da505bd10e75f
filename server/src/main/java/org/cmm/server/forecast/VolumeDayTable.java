package org.cmm.server.forecast;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.cmm.core.forecast.DailyMaxima;
import org.cmm.core.metric.Series;
import org.cmm.server.forecast.VolumeDays.VolumeDay;
import org.jdbi.v3.core.Jdbi;

/** Table {@code volume_day}: the highest used share of each volume on each day. */
@Singleton
class VolumeDayTable {

    private static final int MOST_AT_ONCE = 10_000;

    /** Rows in memory at a time; without a transaction the driver heeds no such wish and holds the whole result. */
    private static final int FETCHED = 5_000;

    private final Jdbi jdbi;

    VolumeDayTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes them, unless as much or more is known of the day; twice is once. */
    void raise(List<VolumeDay> days) {
        for (int from = 0; from < days.size(); from += MOST_AT_ONCE) {
            raiseSome(days.subList(from, Math.min(days.size(), from + MOST_AT_ONCE)));
        }
    }

    private void raiseSome(List<VolumeDay> days) {
        jdbi.useHandle(db -> db.createUpdate("""
                        INSERT INTO volume_day (server_id, subject, day, most)
                        SELECT server, subject, day, most
                        FROM unnest(:servers, :subjects, CAST(:days AS date[]), :most) AS raised (server, subject, day, most)
                        ON CONFLICT (server_id, subject, day) DO UPDATE SET most = excluded.most
                        WHERE volume_day.most < excluded.most
                        """)
                .bindArray(
                        "servers",
                        Integer.class,
                        days.stream().map(VolumeDay::server).toList())
                .bindArray(
                        "subjects",
                        String.class,
                        days.stream().map(day -> day.subject().toString()).toList())
                .bindArray(
                        "days",
                        String.class,
                        days.stream()
                                .map(day -> LocalDate.ofEpochDay(day.day()).toString())
                                .toList())
                .bindArray(
                        "most", Float.class, days.stream().map(VolumeDay::most).toList())
                .execute());
    }

    /** Up to when samples that came in are in the table; empty when nobody ever looked. */
    Optional<Instant> knownUntil() {
        return jdbi.withHandle(db -> db.createQuery("SELECT until FROM volume_day_known")
                .mapTo(Instant.class)
                .findOne());
    }

    void knowUntil(Instant time) {
        jdbi.useHandle(db -> db.createUpdate("""
                        INSERT INTO volume_day_known (until) VALUES (:time)
                        ON CONFLICT (only_row) DO UPDATE SET until = :time
                        """).bind("time", time).execute());
    }

    /** Servers that have a day in the table. */
    Set<Integer> servers() {
        return jdbi.withHandle(db -> db.createQuery("SELECT DISTINCT server_id FROM volume_day")
                .mapTo(Integer.class)
                .collect(Collectors.toSet()));
    }

    void forgetBefore(LocalDate day) {
        jdbi.useHandle(db -> db.createUpdate("DELETE FROM volume_day WHERE day < :day")
                .bind("day", day)
                .execute());
    }

    /** The volumes of one server, and what is known of each since that day. */
    Map<Series, DailyMaxima> of(int server, LocalDate since) {
        Gathering gathering = new Gathering((_, _) -> {});
        jdbi.useHandle(db -> db.createQuery("""
                        SELECT server_id, subject, day, most FROM volume_day
                        WHERE server_id = :server AND day >= :since ORDER BY subject, day
                        """)
                .bind("server", server)
                .bind("since", since)
                .map((row, context) -> gathering.add(row))
                .forEach(_ -> {}));
        return gathering.known();
    }

    /** All servers that are not retired, one after another. */
    void each(LocalDate since, BiConsumer<Integer, Map<Series, DailyMaxima>> reader) {
        Gathering gathering = new Gathering(reader);
        jdbi.useTransaction(db -> db.createQuery("""
                        SELECT server_id, subject, day, most FROM volume_day JOIN server ON server.id = server_id
                        WHERE day >= :since AND retired_at IS NULL ORDER BY server_id, subject, day
                        """)
                .bind("since", since)
                .setFetchSize(FETCHED)
                .map((row, context) -> gathering.add(row))
                .forEach(_ -> {}));
        gathering.end();
    }

    /** Puts rows that come in order together again. */
    private static final class Gathering {

        private final BiConsumer<Integer, Map<Series, DailyMaxima>> reader;
        private Map<Series, DailyMaxima> known = new HashMap<>();
        private int server;
        private String subject = "";
        private long[] days = new long[32];
        private double[] shares = new double[32];
        private int count;

        Gathering(BiConsumer<Integer, Map<Series, DailyMaxima>> reader) {
            this.reader = reader;
        }

        boolean add(ResultSet row) throws SQLException {
            int rowServer = row.getInt(1);
            String rowSubject = row.getString(2);
            if (rowServer != server) {
                end();
                server = rowServer;
            }
            if (!rowSubject.equals(subject)) {
                endSubject();
                subject = rowSubject;
            }
            if (count == days.length) {
                days = Arrays.copyOf(days, 2 * count);
                shares = Arrays.copyOf(shares, 2 * count);
            }
            days[count] = row.getObject(3, LocalDate.class).toEpochDay();
            shares[count] = Math.clamp(row.getFloat(4), 0, 1);
            count++;
            return true;
        }

        void end() {
            endSubject();
            if (!known.isEmpty()) {
                reader.accept(server, known);
                known = new HashMap<>();
            }
        }

        Map<Series, DailyMaxima> known() {
            endSubject();
            return known;
        }

        private void endSubject() {
            if (count > 0) {
                known.put(
                        Series.parse(subject),
                        DailyMaxima.of(Arrays.copyOf(days, count), Arrays.copyOf(shares, count)));
                count = 0;
            }
            subject = "";
        }
    }
}
