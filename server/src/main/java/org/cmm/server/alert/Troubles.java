package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.alert.Kind;
import org.cmm.server.alert.RuleEntry.Condition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What rules about metrics found at machines, warnings and worse, for whoever counts how often that happens. */
@Singleton
public class Troubles {

    private final Jdbi jdbi;
    private final RuleBook book;

    Troubles(Jdbi jdbi, RuleBook book) {
        this.jdbi = jdbi;
        this.book = book;
    }

    /**
     * An alert.
     *
     * @param clearedAt null while it is open
     * @param recovered whether it cleared by itself; else a person or a changed rule ended the alert, not the trouble
     */
    public record Trouble(
            int server,
            String rule,
            Instant raisedAt,
            @Nullable Instant clearedAt,
            boolean recovered) {}

    /** The metric of each rule about a threshold, by its id, in the order in which people read them. */
    public Map<String, String> metrics() {
        Map<String, String> metrics = new LinkedHashMap<>();
        book.entries().forEach(entry -> {
            if (entry.condition() instanceof Condition.OnMetric(var rule) && rule.kind() instanceof Kind.Threshold) {
                metrics.putIfAbsent(rule.id(), rule.metric());
            }
        });
        return metrics;
    }

    /** Those of these servers that were raised before a time, oldest first. */
    public List<Trouble> raisedBefore(Instant time, Collection<Integer> servers) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT server_id, rule, raised_at, cleared_at, coalesce(cause, '') = 'recovered' AS recovered
                        FROM alert
                        WHERE server_id = ANY (:servers) AND raised_at < :time
                            AND rule <> 'silent' AND worst <> 'info'
                        ORDER BY raised_at, id
                        """)
                .bindArray("servers", Integer.class, servers)
                .bind("time", time)
                .map(row -> new Trouble(
                        row.getColumn("server_id", Integer.class),
                        row.getColumn("rule", String.class),
                        row.getColumn("raised_at", Instant.class),
                        row.getColumn("cleared_at", Instant.class),
                        row.getColumn("recovered", Boolean.class)))
                .list());
    }
}
