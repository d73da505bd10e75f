package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.cmm.core.alert.Severity;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;

/** What happened to alerts, in the order in which it was decided, for whoever makes something of it. */
@Singleton
public class AlertChanges {

    AlertChanges() {}

    /** What a change is. */
    public enum Kind {
        RAISED,
        MOVED,
        CLEARED
    }

    /**
     * Something that happened to an alert.
     *
     * @param number rises from one to the next, with holes
     * @param rule that raised the alert
     * @param severity of the alert from then on, or at its end
     */
    public record Change(long number, long alert, int server, String rule, Kind kind, Severity severity, Instant at) {

        /** Whether the alert is about the machine's silence. */
        public boolean silence() {
            return rule.equals(AlertKey.SILENT);
        }
    }

    /** Those after this number, at most so many, in order; within a transaction of the caller's. */
    public List<Change> after(Handle db, long number, int most) {
        return db.createQuery("""
                        SELECT alert_change.id, alert_id, server_id, rule, kind, alert_change.severity, at
                        FROM alert_change JOIN alert ON alert.id = alert_id
                        WHERE alert_change.id > :number ORDER BY alert_change.id LIMIT :most
                        """)
                .bind("number", number)
                .bind("most", most)
                .map(AlertChanges::change)
                .list();
    }

    /** All of these servers, in order; within a transaction of the caller's. */
    public List<Change> of(Handle db, Collection<Integer> servers) {
        return db.createQuery("""
                        SELECT alert_change.id, alert_id, server_id, rule, kind, alert_change.severity, at
                        FROM alert_change JOIN alert ON alert.id = alert_id
                        WHERE server_id = ANY (:servers) ORDER BY alert_change.id
                        """)
                .bindArray("servers", Integer.class, servers)
                .map(AlertChanges::change)
                .list();
    }

    private static Change change(RowView row) {
        return new Change(
                row.getColumn("id", Long.class),
                row.getColumn("alert_id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("rule", String.class),
                Spelling.stored(Kind.class, row.getColumn("kind", String.class)),
                Words.storedSeverity(row.getColumn("severity", String.class)),
                row.getColumn("at", Instant.class));
    }
}
