package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.drill.DrillLife;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** The SQL of drills. */
@Singleton
class DrillTable {

    private static final String SELECT = """
            SELECT id, key, server_id, fault, seconds, percent, volume, purpose, ordered_by, ordered_at,
                   coalesce(taken_back_by, '') AS taken_back_by, taken_back_at, refused_at, started_at, ended_at, outcome
            FROM drill
            """;

    private final Jdbi jdbi;

    DrillTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is written about a new drill.
     *
     * @param volume empty but for a disk drill
     */
    record New(int server, DrillOrder order, String volume, String purpose, String by, Instant at) {}

    /** Its number. */
    static int insert(Handle db, New drill) {
        return db.createQuery("""
                        INSERT INTO drill (key, server_id, fault, seconds, percent, volume, purpose, ordered_by, ordered_at)
                        VALUES (:key, :server, :fault, :seconds, :percent, :volume, :purpose, :by, :at) RETURNING id
                        """)
                .bind("key", drill.order().key())
                .bind("server", drill.server())
                .bind("fault", drill.order().fault())
                .bind("seconds", drill.order().seconds())
                .bind("percent", drill.order().percent())
                .bind("volume", drill.volume())
                .bind("purpose", drill.purpose())
                .bind("by", drill.by())
                .bind("at", drill.at())
                .mapTo(Integer.class)
                .one();
    }

    /** Orders for one machine are given one after the other; false when it is no test machine any more. */
    static boolean locked(Handle db, int server) {
        return db.createQuery("SELECT server_id FROM test_machine WHERE server_id = :server FOR UPDATE")
                .bind("server", server)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static List<Drill> notOver(Handle db, int server) {
        return db.createQuery(
                        SELECT + "WHERE server_id = :server AND ended_at IS NULL AND refused_at IS NULL ORDER BY id")
                .bind("server", server)
                .map(DrillTable::drill)
                .list();
    }

    /** Those that their agents have not said to be over, ordered since then. */
    List<Drill> notOver(Instant since) {
        return jdbi.withHandle(db -> db.createQuery(
                        SELECT + "WHERE ordered_at > :since AND ended_at IS NULL AND refused_at IS NULL ORDER BY id")
                .bind("since", since)
                .map(DrillTable::drill)
                .list());
    }

    /** Those that have begun, with a moment from {@code from} to {@code to}; the aftermath not counted. */
    List<Drill> begunBetween(Instant from, Instant to) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + """
                        WHERE started_at <= :to
                            AND coalesce(ended_at, started_at + make_interval(secs => seconds)) >= :from
                        ORDER BY started_at
                        """)
                .bind("from", from)
                .bind("to", to)
                .map(DrillTable::drill)
                .list());
    }

    /** The newest first, those with a smaller number. */
    List<Drill> list(long before, int most) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE id < :before ORDER BY id DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .map(DrillTable::drill)
                .list());
    }

    Optional<Drill> find(int id) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(DrillTable::drill)
                .findOne());
    }

    /** False when somebody had, or it is over. */
    static boolean takeBack(Handle db, int id, String by, Instant at) {
        return db.execute("""
                        UPDATE drill SET taken_back_by = ?, taken_back_at = ?
                        WHERE id = ? AND taken_back_at IS NULL AND refused_at IS NULL AND ended_at IS NULL
                        """, by, at, id) == 1;
    }

    void started(int id, Instant at) {
        jdbi.useHandle(db -> db.execute("UPDATE drill SET started_at = ? WHERE id = ? AND started_at IS NULL", at, id));
    }

    void ended(int id, Instant at, String outcome) {
        jdbi.useHandle(db -> db.execute(
                "UPDATE drill SET ended_at = ?, outcome = ? WHERE id = ? AND ended_at IS NULL", at, outcome, id));
    }

    void refused(int id, Instant at, String outcome) {
        jdbi.useHandle(db -> db.execute(
                "UPDATE drill SET refused_at = ?, outcome = ? WHERE id = ? AND refused_at IS NULL", at, outcome, id));
    }

    private static Drill drill(RowView row) {
        var life = new DrillLife(
                row.getColumn("ordered_at", Instant.class),
                Duration.ofSeconds(row.getColumn("seconds", Integer.class)),
                time(row, "taken_back_at"),
                time(row, "refused_at"),
                time(row, "started_at"),
                time(row, "ended_at"));
        return new Drill(
                row.getColumn("id", Integer.class),
                row.getColumn("key", String.class),
                row.getColumn("server_id", Integer.class),
                DrillFault.of(row.getColumn("fault", String.class)).orElseThrow(),
                row.getColumn("percent", Integer.class),
                row.getColumn("volume", String.class),
                row.getColumn("purpose", String.class),
                row.getColumn("ordered_by", String.class),
                row.getColumn("taken_back_by", String.class),
                row.getColumn("outcome", String.class),
                life);
    }

    private static Optional<Instant> time(RowView row, String column) {
        return Optional.ofNullable(row.getColumn(column, Instant.class));
    }
}
