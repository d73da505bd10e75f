package org.cmm.server.incident;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Entry;
import org.cmm.core.incident.Entry.Kind;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** The lines of every incident's timeline; those that people are told of are the source of notices. */
@Singleton
public class IncidentTimeline {

    private static final String SELECT = """
            SELECT id, incident_id, at, kind, severity, alert_id, audible, held_back, by_whom, text
            FROM incident_entry
            """;

    IncidentTimeline() {}

    /** A line as it is kept. */
    public record Line(long id, long incident, Entry entry) {}

    /** The oldest lines that people are to be told of and nobody made notices of, held until the transaction ends. */
    public List<Line> untold(Handle db, int most) {
        return db.createQuery(SELECT + """
                        WHERE audible AND held_back IS NULL AND noticed_at IS NULL ORDER BY id LIMIT :most FOR UPDATE
                        """)
                .bind("most", most)
                .map(IncidentTimeline::line)
                .list();
    }

    /** Notices were made of these lines, in the same transaction. */
    public void told(Handle db, Collection<Long> lines, Instant now) {
        db.createUpdate("UPDATE incident_entry SET noticed_at = :now WHERE id = ANY (:lines)")
                .bind("now", now)
                .bindArray("lines", Long.class, lines)
                .execute();
    }

    /** A whole timeline, oldest first. */
    public List<Line> of(Handle db, long incident) {
        return db.createQuery(SELECT + "WHERE incident_id = :incident ORDER BY id")
                .bind("incident", incident)
                .map(IncidentTimeline::line)
                .list();
    }

    /** Lines that this held back, the newest first. */
    List<Line> heldBack(Handle db, String heldBack, int most) {
        return db.createQuery(SELECT + "WHERE held_back = :heldBack ORDER BY id DESC LIMIT :most")
                .bind("heldBack", heldBack)
                .bind("most", most)
                .map(IncidentTimeline::line)
                .list();
    }

    void add(Handle db, long incident, List<Entry> entries) {
        entries.forEach(entry -> db.createUpdate("""
                        INSERT INTO incident_entry (incident_id, at, kind, severity, alert_id, audible, held_back,
                            by_whom, text)
                        VALUES (:incident, :at, :kind, :severity, :alert, :audible, :heldBack, :by, :text)
                        """)
                .bind("incident", incident)
                .bind("at", entry.at())
                .bind("kind", Spelling.of(entry.kind()))
                .bind("severity", Spelling.of(entry.severity()))
                .bind("alert", entry.alert().orElse(null))
                .bind("audible", entry.audible())
                .bind("heldBack", entry.heldBack().orElse(null))
                .bind("by", entry.by())
                .bind("text", entry.text())
                .execute());
    }

    private static Line line(RowView row) {
        return new Line(
                row.getColumn("id", Long.class),
                row.getColumn("incident_id", Long.class),
                new Entry(
                        Spelling.stored(Kind.class, row.getColumn("kind", String.class)),
                        row.getColumn("at", Instant.class),
                        Spelling.stored(Severity.class, row.getColumn("severity", String.class)),
                        Optional.ofNullable(row.getColumn("alert_id", Long.class)),
                        row.getColumn("audible", Boolean.class),
                        Optional.ofNullable(row.getColumn("held_back", String.class)),
                        row.getColumn("by_whom", String.class),
                        row.getColumn("text", String.class)));
    }
}
