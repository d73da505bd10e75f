package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** When people were first told of an incident, for whoever measures how long that took. */
@Singleton
public class FirstTold {

    private final Jdbi jdbi;

    FirstTold(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The first notices of an incident.
     *
     * @param written when the first of them was written
     * @param taken when a channel took one; null while none has
     * @param notices how many there are
     */
    public record Told(Instant written, @Nullable Instant taken, int notices) {}

    /** Of trouble that was told since then; nothing when nobody was to be told. */
    public Optional<Told> of(long incident, Instant since) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT min(created_at) AS written, count(*) AS notices,
                            (SELECT min(ended_at) FROM delivery_attempt JOIN notice AS told ON told.id = notice_id
                             WHERE told.incident_id = :incident AND told.kind = 'raise' AND told.created_at >= :since
                                 AND outcome = 'accepted') AS taken
                        FROM notice WHERE incident_id = :incident AND kind = 'raise' AND created_at >= :since
                        """)
                .bind("incident", incident)
                .bind("since", since)
                .map(row -> Optional.ofNullable(row.getColumn("written", Instant.class))
                        .map(written -> new Told(
                                written,
                                row.getColumn("taken", Instant.class),
                                row.getColumn("notices", Integer.class))))
                .one());
    }
}
