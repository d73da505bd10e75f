package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Alerts as stretches of time, over or not, for whoever lays them beside something else. */
@Singleton
public class PastAlerts {

    private static final String SELECT =
            "SELECT id, server_id, rule, subject, worst, raised_at, cleared_at FROM alert ";

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
            int server,
            String rule,
            String subject,
            String worst,
            Instant raisedAt,
            @Nullable Instant clearedAt) {

        public boolean isSilence() {
            return rule.equals(AlertKey.SILENT);
        }
    }

    /**
     * Which alerts are wanted.
     *
     * @param metrics names; alerts on their series, so never silence
     * @param from the start of a span
     * @param to its end, not within
     * @param most so many of them, the newest
     */
    public record Wish(Collection<Integer> servers, Collection<String> metrics, Instant from, Instant to, int most) {

        public Wish {
            servers = List.copyOf(servers);
            metrics = List.copyOf(metrics);
        }
    }

    /** Those of a server that were raised from {@code from} to {@code to}, in order. */
    public List<PastAlert> raisedBetween(int server, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE server_id = :server AND raised_at >= :from AND raised_at <= :to ORDER BY raised_at, id
                        """)
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .map(PastAlerts::alert)
                .list());
    }

    /** Those that lasted at any time of the span, the newest first. */
    public List<PastAlert> during(Wish wish) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE server_id = ANY (:servers) AND split_part(subject, '{', 1) = ANY (:metrics)
                            AND raised_at < :to AND coalesce(cleared_at, 'infinity') > :from
                        ORDER BY raised_at DESC, id DESC LIMIT :most
                        """)
                .bindArray("servers", Integer.class, wish.servers())
                .bindArray("metrics", String.class, wish.metrics())
                .bind("from", wish.from())
                .bind("to", wish.to())
                .bind("most", wish.most())
                .map(PastAlerts::alert)
                .list());
    }

    private static PastAlert alert(RowView row) {
        return new PastAlert(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                row.getColumn("rule", String.class),
                row.getColumn("subject", String.class),
                row.getColumn("worst", String.class),
                row.getColumn("raised_at", Instant.class),
                row.getColumn("cleared_at", Instant.class));
    }
}
