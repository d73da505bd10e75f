package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.DefaultRules;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Machines that fell silent, as the rule about silence noticed them. */
@Singleton
public class Silences {

    private final Jdbi jdbi;
    private final OpenAlerts open;
    private final RuleBook book;

    Silences(Jdbi jdbi, OpenAlerts open, RuleBook book) {
        this.jdbi = jdbi;
        this.open = open;
        this.book = book;
    }

    /**
     * A machine that said nothing.
     *
     * @param alert number of the alert
     * @param heardLast when CMM had heard of it last
     * @param heardAgain null while it is silent, or where a person or a changed rule ended the alert before
     */
    public record SilentMachine(
            long alert,
            int serverId,
            Instant heardLast,
            @Nullable Instant heardAgain) {}

    /** Those that are silent now, from memory. */
    public List<SilentMachine> now() {
        return open.byServer().values().stream()
                .flatMap(List::stream)
                .filter(alert -> alert.rule().equals(AlertKey.SILENT))
                .map(alert ->
                        new SilentMachine(alert.id(), alert.serverId(), heardLast(alert.since(), alert.value()), null))
                .toList();
    }

    /** Those that were noticed since then, whether they are over or not, oldest first. */
    public List<SilentMachine> noticedSince(Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, server_id, raised_at, value,
                               CASE WHEN cause = 'recovered' THEN cleared_at END AS heard_again
                        FROM alert WHERE rule = 'silent' AND raised_at >= :since ORDER BY raised_at, id
                        """)
                .bind("since", since)
                .map(Silences::silence)
                .list());
    }

    /** When the machine was heard again that this alert is about; nothing while nobody knows. */
    public Optional<Instant> heardAgain(long alert) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT cleared_at FROM alert WHERE id = :id AND cause = 'recovered'")
                        .bind("id", alert)
                        .mapTo(Instant.class)
                        .findOne());
    }

    /** How long a machine must say nothing before anybody calls it silent. */
    public Duration shortest() {
        return book.shortestSilence().orElse(DefaultRules.SILENCE.after());
    }

    private static SilentMachine silence(RowView row) {
        return new SilentMachine(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                heardLast(row.getColumn("raised_at", Instant.class), row.getColumn("value", Double.class)),
                row.getColumn("heard_again", Instant.class));
    }

    private static Instant heardLast(Instant raisedAt, double secondsBefore) {
        return raisedAt.minusMillis(Math.round(secondsBefore * 1000));
    }
}
