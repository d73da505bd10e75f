package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.cmm.core.history.Tier;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Closes periods that are over: their rows become blocks, and the table of the rows is dropped. Whenever it is
 * interrupted, rows and blocks lie beside each other and count once, and it is begun again.
 */
@Singleton
class Compaction {

    private static final Logger LOG = Logger.getLogger(Compaction.class);

    /** Most agents that were away for the night have delivered by then. */
    static final Duration GRACE = Duration.ofHours(6);
    /** Nobody is about to deliver more of the period. */
    static final Duration QUIET = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final HistoryTables tables;
    private final TierRows rows;
    private final Layouts layouts;
    private final Rollups rollups;
    private final ReentrantLock writing;

    Compaction(Jdbi jdbi, InstantSource clock, HistoryTables tables, TierRows rows, Layouts layouts, Rollups rollups) {
        this.layouts = layouts;
        this.jdbi = jdbi;
        this.clock = clock;
        this.tables = tables;
        this.rows = rows;
        this.rollups = rollups;
        this.writing = rollups.writing();
    }

    /** Closes whatever is over, until it is asked to stop. */
    void closeAll(BooleanSupplier stop) throws SQLException {
        for (TierTables each : tables.all()) {
            for (LocalDate first : over(each)) {
                if (stop.getAsBoolean()) {
                    return;
                }
                close(each, first, stop);
            }
        }
    }

    private List<LocalDate> over(TierTables each) {
        Instant now = clock.instant();
        List<LocalDate> first =
                new ArrayList<>(jdbi.withHandle(db -> each.rows().existing(db)));
        first.removeIf(one ->
                Partitions.instant(each.rows().period().next(one)).plus(GRACE).isAfter(now)
                        || each.rows().quiet(one).compareTo(QUIET) < 0);
        if (each.tier() == Tier.SAMPLES) {
            first.addAll(jdbi.withHandle(db -> closing().existing(db)));
        }
        return first.stream().distinct().sorted().toList();
    }

    /** Closes one period; what comes in meanwhile is left for another time. */
    void close(TierTables each, LocalDate first, BooleanSupplier stop) throws SQLException {
        if (each.tier() == Tier.SAMPLES) {
            closeSamples(each, first, stop);
        } else {
            closeRollups(each, first, stop);
        }
    }

    private void closeSamples(TierTables each, LocalDate first, BooleanSupplier stop) throws SQLException {
        Partitions closing = closing();
        if (!jdbi.withHandle(closing::existing).contains(first) && !move(each.rows(), closing, first)) {
            return;
        }
        for (int server : servers(closing.table(first))) {
            if (stop.getAsBoolean()) {
                return;
            }
            closeServer(each, first, server);
        }
        drop(closing, first);
    }

    /** Nobody adds to the day any more: it hangs from another parent, and who has more of it begins a new table. */
    private boolean move(Partitions from, Partitions to, LocalDate first) throws SQLException {
        return briefly(from, first, statement -> {
            statement.execute("ALTER TABLE %s DETACH PARTITION %s".formatted(from.table(), from.table(first)));
            statement.execute("ALTER TABLE %s RENAME TO %s".formatted(from.table(first), to.table(first)));
            statement.execute("ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM ('%s') TO ('%s')"
                    .formatted(
                            to.table(),
                            to.table(first),
                            Partitions.start(first),
                            Partitions.start(from.period().next(first))));
        });
    }

    /**
     * Writers of roll-ups wait for one server at a time. The rows stay for another time when some were written
     * meanwhile, or when hours or days are still to be made of them.
     */
    private void closeRollups(TierTables each, LocalDate first, BooleanSupplier stop) throws SQLException {
        long began = System.nanoTime();
        for (int server : servers(each.rows().table(first))) {
            if (stop.getAsBoolean()) {
                return;
            }
            writing.lock();
            try {
                closeServer(each, first, server);
            } finally {
                writing.unlock();
            }
        }
        writing.lock();
        try {
            boolean added = each.rows().quiet(first).toNanos() <= System.nanoTime() - began;
            if (!added && !rollups.isWaitedFor(each.tier(), start(first), end(each, first))) {
                drop(each.rows(), first);
            }
        } finally {
            writing.unlock();
        }
    }

    private static long start(LocalDate first) {
        return Partitions.instant(first).toEpochMilli();
    }

    private static long end(TierTables each, LocalDate first) {
        return start(each.rows().period().next(first));
    }

    private void closeServer(TierTables each, LocalDate first, int server) throws SQLException {
        long from = start(first);
        long to = end(each, first);
        jdbi.<SQLException>useHandle(db -> {
            each.blocks().ensure(db.getConnection(), from);
            db.<SQLException>useTransaction(transaction -> {
                List<StoredBlock> blocks = blocks(transaction, each, server, from, to);
                transaction
                        .createUpdate("DELETE FROM %s WHERE server_id = :server AND at = :at"
                                .formatted(each.blocks().table()))
                        .bind("server", server)
                        .bind("at", Instant.ofEpochMilli(from))
                        .execute();
                insert(transaction, each, server, Instant.ofEpochMilli(from), blocks);
            });
        });
    }

    private List<StoredBlock> blocks(Handle db, TierTables each, int server, long from, long to) throws SQLException {
        List<StoredBlock> blocks = new ArrayList<>();
        if (StoredBlock.read(db, each, layouts, server, from, to).isEmpty()) {
            for (CopiedRows.Of rows : CopiedRows.read(db.getConnection(), each, server, from, to)) {
                StoredLayout layout = layouts.find(rows.layout()).orElseThrow();
                blocks.add(StoredBlock.of(each, layout, rows.times(), rows.numbers()));
            }
            return blocks;
        }
        Map<StoredLayout, List<TierRow>> byLayout = new LinkedHashMap<>();
        for (TierRow row : rows.between(db, each, server, from, to)) {
            byLayout.computeIfAbsent(row.layout(), _ -> new ArrayList<>()).add(row);
        }
        byLayout.forEach((layout, part) -> blocks.add(StoredBlock.of(each, layout, part)));
        return blocks;
    }

    private static void insert(Handle db, TierTables each, int server, Instant at, List<StoredBlock> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        PreparedBatch batch =
                db.prepareBatch("INSERT INTO %s (server_id, at, layout_id, place, content) VALUES (?, ?, ?, ?, ?)"
                        .formatted(each.blocks().table()));
        for (StoredBlock block : blocks) {
            for (int place = 0; place < block.contents().length; place++) {
                batch.bind(0, server)
                        .bind(1, at)
                        .bind(2, block.layout().id())
                        .bind(3, (short) place)
                        .bind(4, block.contents()[place])
                        .add();
            }
        }
        batch.execute();
    }

    /** Each server of a table once, by jumping through its primary key. */
    private List<Integer> servers(String table) {
        return jdbi.withHandle(
                db -> db.createQuery("""
                        WITH RECURSIVE known AS (
                            SELECT min(server_id) AS id FROM %1$s
                            UNION ALL
                            SELECT (SELECT min(server_id) FROM %1$s WHERE server_id > known.id) FROM known
                            WHERE known.id IS NOT NULL)
                        SELECT id FROM known WHERE id IS NOT NULL
                        """.formatted(table)).mapTo(Integer.class).list());
    }

    private void drop(Partitions partitions, LocalDate first) throws SQLException {
        briefly(partitions, first, statement -> statement.execute("DROP TABLE " + partitions.table(first)));
    }

    private interface Change {
        void run(Statement statement) throws SQLException;
    }

    /** Takes a period away unless somebody works with the tables; then it is done another time. */
    private boolean briefly(Partitions partitions, LocalDate first, Change change) throws SQLException {
        return jdbi.<Boolean, SQLException>withHandle(db -> {
            try (Statement statement = db.getConnection().createStatement()) {
                Transaction.run(db.getConnection(), () -> {
                    statement.execute(Locks.BRIEFLY);
                    change.run(statement);
                });
                return true;
            } catch (SQLException e) {
                if (!Locks.TIMEOUT.equals(e.getSQLState())) {
                    throw e;
                }
                LOG.debugf(e, "Somebody works with a period that is to be closed");
                return false;
            } finally {
                // a lost answer to the commit leaves open whether it is still there
                partitions.forget(first);
            }
        });
    }

    private static Partitions closing() {
        return new Partitions(HistoryTables.CLOSING, Partitions.Period.DAY);
    }
}
