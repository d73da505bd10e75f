package org.cmm.server.notify;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.cmm.server.incident.Incidents;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes what was settled long ago, a thousand at a time, every hour. What was told of an incident that is not closed
 * stays however old it is, because its end goes to whoever was told of its beginning.
 */
@Singleton
class NoticeUpkeep {

    /** How long notices stay in the delivery log after they were settled. */
    static final Duration KEPT = Duration.ofDays(180);

    private static final Logger LOG = Logger.getLogger(NoticeUpkeep.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final int MOST_BATCHES = 50;

    private final Jdbi jdbi;
    private final Incidents incidents;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("notice-upkeep", BETWEEN, this::tidy);

    NoticeUpkeep(Jdbi jdbi, Incidents incidents, InstantSource clock) {
        this.jdbi = jdbi;
        this.incidents = incidents;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        rounds.end();
    }

    private void tidy() {
        try {
            int removed = remove(1_000);
            if (removed > 0) {
                LOG.infof("%d notices older than %d days were removed", removed, KEPT.toDays());
            }
        } catch (RuntimeException e) {
            LOG.warn("Old notices could not be removed; it is tried again within the hour", e);
        }
    }

    /** How many notices went; what is left after many batches goes next time. */
    int remove(int batch) {
        Instant before = clock.instant().minus(KEPT);
        int removed = 0;
        for (int round = 0; round < MOST_BATCHES; round++) {
            int gone = jdbi.inTransaction(db -> {
                Set<Long> open = incidents.notClosed(db);
                removeSteps(db, open, before, batch);
                return removeNotices(db, open, before, batch);
            });
            removed += gone;
            if (gone < batch) {
                break;
            }
        }
        return removed;
    }

    /** A digest goes with those that it told, so it stays as long as one of them is needed. */
    private static int removeNotices(Handle db, Set<Long> open, Instant before, int batch) {
        return db.createUpdate("""
                        DELETE FROM notice WHERE id IN (
                            SELECT id FROM notice n
                            WHERE settled_at < :before AND state NOT IN ('waiting', 'sending')
                              AND (incident_id IS NULL OR NOT incident_id = ANY (:open))
                              AND NOT EXISTS (SELECT FROM notice told WHERE told.digest_id = n.id
                                  AND (told.incident_id = ANY (:open) OR told.settled_at >= :before))
                            ORDER BY settled_at LIMIT :batch FOR UPDATE SKIP LOCKED)
                        """)
                .bind("before", before)
                .bindArray("open", Long.class, open)
                .bind("batch", batch)
                .execute();
    }

    private static void removeSteps(Handle db, Set<Long> open, Instant before, int batch) {
        db.createUpdate("""
                        DELETE FROM escalation_taken WHERE ctid IN (
                            SELECT ctid FROM escalation_taken
                            WHERE taken_at < :before AND NOT incident_id = ANY (:open)
                            LIMIT :batch FOR UPDATE SKIP LOCKED)
                        """)
                .bind("before", before)
                .bindArray("open", Long.class, open)
                .bind("batch", batch)
                .execute();
    }
}
