package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Series;
import org.jdbi.v3.core.Jdbi;

/** History by hand on real tables, at a time of its own: each process is one life of CMM. */
@Singleton
class Archive implements InstantSource {

    final Jdbi jdbi;
    final HistoryTables tables;
    final TierRows rows;
    final Layouts layouts;
    private final RollupTable rollupTable;
    private final RollupsFromSamples fromSamples;
    private final ClosedSamples closed;
    private final SampleWriter disk;
    final SamplingIntervals intervals;
    private volatile Instant now = Instant.EPOCH;

    Archive(
            Jdbi jdbi,
            HistoryTables tables,
            TierRows rows,
            Layouts layouts,
            RollupTable rollupTable,
            ClosedSamples closed,
            SampleWriter disk) {
        this.jdbi = jdbi;
        this.tables = tables;
        this.rows = rows;
        this.layouts = layouts;
        this.rollupTable = rollupTable;
        this.closed = closed;
        this.disk = disk;
        this.intervals = new SamplingIntervals(jdbi, this);
        this.fromSamples = new RollupsFromSamples(tables, rows, intervals);
    }

    /** One life of CMM: what it holds in memory is gone with it. */
    record Life(OpenRollups open, Rollups rollups, Compaction compaction) {}

    Life begin() {
        OpenRollups open = new OpenRollups(intervals, this);
        Rollups rollups = new Rollups(
                jdbi, this, open, new CoarseRollups(jdbi, this, open, rollupTable), rollupTable, fromSamples, disk);
        rollups.catchUp();
        return new Life(open, rollups, new Compaction(jdbi, this, tables, rows, layouts, rollups));
    }

    /** Drops what was kept long enough and is {@code quiet}, in a life that waits for nothing more. */
    void letGo(Duration quiet) {
        retention().apply(quiet, (tier, from, to) -> false);
    }

    /** As {@link HistoryLoop} does it, but without waiting for quiet. */
    void letGo(Life life) {
        retention().apply(Duration.ZERO, life.rollups()::isWaitedFor);
    }

    private Retention retention() {
        return new Retention(jdbi, this, tables);
    }

    SampleTimes times() {
        return new SampleTimes(jdbi, tables, closed, this);
    }

    StoredSamples samples() {
        return new StoredSamples(jdbi, layouts, tables, rows, closed, times());
    }

    ChartQuery charts() {
        return new ChartQuery(jdbi, layouts, tables, times(), retention());
    }

    Map<Long, Double> sqlSamples(int server, Series series, Instant from, Instant to) {
        return byTime("""
                SELECT extract(epoch FROM at) * 1000, value
                FROM history_samples((SELECT code FROM server WHERE id = :server), :series, :from, :to)
                """, server, series, from, to);
    }

    Map<Long, Double> sqlMaxima(int server, Series series, String tier, Instant from, Instant to) {
        return byTime("""
                SELECT extract(epoch FROM at) * 1000, maximum
                FROM history_rollups((SELECT code FROM server WHERE id = :server), :series, '%s', :from, :to)
                """.formatted(tier), server, series, from, to);
    }

    private Map<Long, Double> byTime(String sql, int server, Series series, Instant from, Instant to) {
        Map<Long, Double> byTime = new TreeMap<>();
        jdbi.useHandle(db -> db.createQuery(sql)
                .bind("server", server)
                .bind("series", series.toString())
                .bind("from", from)
                .bind("to", to)
                .map((row, context) -> byTime.put(row.getLong(1), row.getDouble(2)))
                .forEach(_ -> {}));
        return byTime;
    }

    SpanFigures figures() {
        return new SpanFigures(jdbi, layouts, tables, this);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void itIs(Instant time) {
        now = time;
    }

    int newServer() {
        return jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", "srv-" + UUID.randomUUID().toString().substring(0, 8))
                        .mapTo(Integer.class)
                        .one());
    }

    /** Delivers rows, again and again as agents do; when it returns they are on disk and whoever lives was told. */
    void deliver(Life life, SampleRows delivered) {
        for (int attempt = 1; !stored(delivered); attempt++) {
            assertThat(attempt).as("deliveries in vain").isLessThan(50);
        }
        life.open().stored(delivered);
    }

    private boolean stored(SampleRows delivered) {
        if (!(disk.submit(delivered) instanceof Submission.Queued(var stored))) {
            throw new IllegalStateException("the writer is full");
        }
        try {
            stored.join();
            return true;
        } catch (CompletionException e) {
            return false;
        }
    }

    void close(Life life, Tier tier, Instant day) throws SQLException {
        LocalDate first = tables.of(tier).rows().period().first(day.toEpochMilli());
        if (jdbi.withHandle(db -> tables.of(tier).rows().existing(db)).contains(first)) {
            life.compaction().close(tables.of(tier), first, () -> false);
        }
    }

    Collection<TierRow> read(Tier tier, int server, Instant from, Instant to) {
        return jdbi.withHandle(db -> rows.between(db, tables.of(tier), server, from.toEpochMilli(), to.toEpochMilli()));
    }

    static Instant day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
