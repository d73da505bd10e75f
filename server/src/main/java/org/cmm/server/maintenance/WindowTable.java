package org.cmm.server.maintenance;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.core.maintenance.MaintenanceWindow;
import org.cmm.server.maintenance.PlannedWindow.Target;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The SQL of maintenance windows. */
@Singleton
class WindowTable {

    private static final String SELECT = """
            SELECT id, reason, author, site_id, server_id, tag, recurrence, start_at,
                   extract(epoch FROM length)::bigint AS seconds, zone, from_day, until_day, created_at, ended_at,
                   ended_by
            FROM maintenance_window
            """;

    private final Jdbi jdbi;

    WindowTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that nobody ended, the newest first. */
    List<PlannedWindow> notEnded() {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE ended_at IS NULL ORDER BY id DESC")
                .map(WindowTable::window)
                .list());
    }

    /** All that somebody had entered before this moment, whether they were ended or not. */
    List<PlannedWindow> enteredBefore(Instant moment) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE created_at < :moment ORDER BY id")
                .bind("moment", moment)
                .map(WindowTable::window)
                .list());
    }

    /** The newest first, those with a smaller number. */
    List<PlannedWindow> list(long before, int most) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE id < :before ORDER BY id DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .map(WindowTable::window)
                .list());
    }

    Optional<PlannedWindow> find(int id) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(WindowTable::window)
                .findOne());
    }

    static int insert(Handle db, WindowDraft.Checked wanted, String author, Instant now) {
        MaintenanceWindow window = wanted.window();
        return db.createQuery("""
                        INSERT INTO maintenance_window (reason, author, site_id, server_id, tag, recurrence, start_at,
                            length, zone, from_day, until_day, created_at)
                        VALUES (:reason, :author, :site, :server, :tag, :recurrence, :start,
                            make_interval(secs => :seconds), :zone, :from, :until, :now)
                        RETURNING id
                        """)
                .bind("reason", wanted.reason())
                .bind("author", author)
                .bind("site", wanted.target() instanceof Target.OfSite(int site) ? site : null)
                .bind("server", wanted.target() instanceof Target.OfServer(int server) ? server : null)
                .bind("tag", wanted.target() instanceof Target.OfTag(String tag) ? tag : null)
                .bind("recurrence", RecurrenceText.of(window.recurrence()))
                .bind("start", window.start())
                .bind("seconds", window.length().toSeconds())
                .bind("zone", window.zone().getId())
                .bind("from", window.from())
                .bind("until", window.until().orElse(null))
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    /** False when it had ended already. */
    static boolean end(Handle db, int id, String by, Instant now) {
        return db.execute(
                        "UPDATE maintenance_window SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL",
                        now,
                        by,
                        id)
                == 1;
    }

    private static PlannedWindow window(RowView row) {
        LocalDate from = row.getColumn("from_day", LocalDate.class);
        MaintenanceWindow window = new MaintenanceWindow(
                RecurrenceText.read(row.getColumn("recurrence", String.class), from),
                row.getColumn("start_at", LocalTime.class),
                Duration.ofSeconds(row.getColumn("seconds", Long.class)),
                ZoneId.of(row.getColumn("zone", String.class)),
                from,
                Optional.ofNullable(row.getColumn("until_day", LocalDate.class)));
        return new PlannedWindow(
                row.getColumn("id", Integer.class),
                row.getColumn("reason", String.class),
                row.getColumn("author", String.class),
                target(row),
                window,
                row.getColumn("created_at", Instant.class),
                row.getColumn("ended_at", Instant.class),
                row.getColumn("ended_by", String.class));
    }

    private static Target target(RowView row) {
        @Nullable Integer site = row.getColumn("site_id", Integer.class);
        if (site != null) {
            return new Target.OfSite(site);
        }
        @Nullable Integer server = row.getColumn("server_id", Integer.class);
        if (server != null) {
            return new Target.OfServer(server);
        }
        @Nullable String tag = row.getColumn("tag", String.class);
        return tag == null ? new Target.Fleet() : new Target.OfTag(tag);
    }
}
