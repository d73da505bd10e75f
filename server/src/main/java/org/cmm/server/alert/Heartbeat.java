package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** When CMM was last alive, on disk: what the next process knows about the end of this one. */
@Singleton
class Heartbeat {

    /** Between two beats; a process lived at most this much longer than its last beat says. */
    static final Duration INTERVAL = Duration.ofSeconds(5);

    /** A busy machine may miss a beat or two; a restart that takes no longer is nobody's downtime. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Jdbi jdbi;

    Heartbeat(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A beat after a long pause is the end of a downtime, which is kept. */
    void beat(Instant now) {
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    INSERT INTO cmm_downtime (from_at, to_at)
                    SELECT alive_at, ? FROM heartbeat WHERE alive_at < ?
                    ON CONFLICT DO NOTHING
                    """, now, now.minus(LONGEST_PAUSE));
            handle.execute("""
                    INSERT INTO heartbeat (alive_at) VALUES (?)
                    ON CONFLICT (only_row) DO UPDATE SET alive_at = excluded.alive_at
                    """, now);
        });
    }

    /** The latest time at which the process before this one may have lived; empty when there was none. */
    Optional<Instant> lastEnd() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT alive_at FROM heartbeat")
                        .mapTo(Instant.class)
                        .findOne())
                .map(alive -> alive.plus(INTERVAL));
    }
}
