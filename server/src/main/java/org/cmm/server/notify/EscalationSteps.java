package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tables {@code escalation_step} and {@code escalation_taken}. */
@Singleton
class EscalationSteps {

    private final Jdbi jdbi;

    EscalationSteps(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<EscalationStep> all() {
        return jdbi.withHandle(EscalationSteps::all);
    }

    /** The general ones first, each stretch by time. */
    static List<EscalationStep> all(Handle db) {
        return db.createQuery("""
                        SELECT id, site_id, lowest, extract(epoch FROM after)::bigint AS after, user_id, group_id
                        FROM escalation_step ORDER BY site_id NULLS FIRST, after, id
                        """).map((row, context) -> step(row)).list();
    }

    /** Those of a site, or the general ones where it has none. */
    static List<EscalationStep> of(List<EscalationStep> all, @Nullable Integer site, Severity severity) {
        List<EscalationStep> own = all.stream()
                .filter(step -> site != null && step.site().equals(Optional.of(site)))
                .toList();
        return (own.isEmpty()
                        ? all.stream().filter(step -> step.site().isEmpty()).toList()
                        : own)
                .stream().filter(step -> severity.compareTo(step.lowest()) >= 0).toList();
    }

    /** Its number. */
    static int add(Handle db, EscalationStep step) {
        return db.createQuery("""
                        INSERT INTO escalation_step (site_id, lowest, after, user_id, group_id)
                        VALUES (:site, :lowest, make_interval(secs => :after), :user, :group) RETURNING id
                        """)
                .bind("site", step.site().orElse(null))
                .bind("lowest", Spelling.of(step.lowest()))
                .bind("after", step.after().toSeconds())
                .bind("user", step.user().orElse(null))
                .bind("group", step.group().orElse(null))
                .mapTo(Integer.class)
                .one();
    }

    static boolean remove(Handle db, int id) {
        return db.execute("DELETE FROM escalation_step WHERE id = ?", id) == 1;
    }

    /** False when it was taken before for this stretch of waiting. */
    static boolean take(Handle db, long incident, Instant waitingSince, int step, Instant now) {
        return db.execute(
                        "INSERT INTO escalation_taken VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        incident,
                        waitingSince,
                        step,
                        now)
                == 1;
    }

    private static EscalationStep step(ResultSet row) throws SQLException {
        return new EscalationStep(
                row.getInt("id"),
                Optional.ofNullable(row.getObject("site_id", Integer.class)),
                Spelling.stored(Severity.class, row.getString("lowest")),
                Duration.ofSeconds(row.getLong("after")),
                Optional.ofNullable(row.getObject("user_id", Integer.class)),
                Optional.ofNullable(row.getObject("group_id", Integer.class)));
    }
}
