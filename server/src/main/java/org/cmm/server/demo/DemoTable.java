package org.cmm.server.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cmm.server.demo.DemoRow.Stage;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;

/** Table {@code demo}: one row, or none. */
@Singleton
class DemoTable {

    private final Jdbi jdbi;

    DemoTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<DemoRow> find() {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT stage, machines, hours, seed, start_at, alive, added_by FROM demo")
                        .map(DemoTable::row)
                        .findOne());
    }

    private static DemoRow row(RowView row) {
        return new DemoRow(
                Spelling.stored(Stage.class, row.getColumn("stage", String.class)),
                row.getColumn("machines", Integer.class),
                Duration.ofHours(row.getColumn("hours", Integer.class)),
                row.getColumn("seed", Long.class),
                row.getColumn("start_at", Instant.class),
                row.getColumn("alive", Boolean.class),
                row.getColumn("added_by", String.class));
    }

    /** False when there is one already. */
    static boolean insert(Handle db, DemoWish wish, Instant start, String by) {
        return db.createUpdate("""
                        INSERT INTO demo (stage, machines, hours, seed, start_at, alive, added_by)
                        VALUES ('filling', :machines, :hours, :seed, :start, true, :by) ON CONFLICT DO NOTHING
                        """)
                        .bind("machines", wish.machinesOrUsual())
                        .bind("hours", wish.hoursOrUsual())
                        .bind("seed", wish.seedOrUsual())
                        .bind("start", start)
                        .bind("by", by)
                        .execute()
                == 1;
    }

    /** Its past is there; unless somebody wants it gone by now. */
    void filled() {
        jdbi.useHandle(db -> db.execute("UPDATE demo SET stage = 'there' WHERE stage = 'filling'"));
    }

    /** False when there is none, or it is going already. */
    static boolean remove(Handle db) {
        return db.execute("UPDATE demo SET stage = 'removing' WHERE stage <> 'removing'") == 1;
    }

    /** False when there is none. */
    static boolean keepAlive(Handle db, boolean alive) {
        return db.execute("UPDATE demo SET alive = ?", alive) == 1;
    }

    static void delete(Handle db) {
        db.execute("DELETE FROM demo");
    }
}
