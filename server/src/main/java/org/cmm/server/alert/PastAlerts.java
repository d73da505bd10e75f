package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Alerts as stretches of time, over or not, for whoever lays them beside something else. */
@Singleton
public class PastAlerts {

    private final Jdbi jdbi;

    PastAlerts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * An alert.
     *
     * @param rule id of the rule; {@code silent} for a machine that says nothing
     * @param subject text of the series; empty for silence
     * @param worst info, warning or critical
     * @param clearedAt null while it is open
     */
    public record PastAlert(
            long id,
            String rule,
            String subject,
            String worst,
            Instant raisedAt,
            @Nullable Instant clearedAt) {

        public boolean isSilence() {
            return rule.equals(AlertKey.SILENT);
        }
    }

    /** Those of a server that were raised from {@code from} to {@code to}, in order. */
    public List<PastAlert> raisedBetween(int server, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, rule, subject, worst, raised_at, cleared_at FROM alert
                        WHERE server_id = :server AND raised_at >= :from AND raised_at <= :to ORDER BY raised_at, id
                        """)
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .map(row -> new PastAlert(
                        row.getColumn("id", Long.class),
                        row.getColumn("rule", String.class),
                        row.getColumn("subject", String.class),
                        row.getColumn("worst", String.class),
                        row.getColumn("raised_at", Instant.class),
                        row.getColumn("cleared_at", Instant.class)))
                .list());
    }
}
