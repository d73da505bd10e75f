package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import org.cmm.core.outage.Judge;
import org.cmm.server.alert.Silences;
import org.cmm.server.alert.Silences.SilentMachine;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The outages of a made-up past. Gaps in samples are found as all others are; here they get the silences that were
 * noticed, and those silences of which samples came later get outages, which nobody who looks at samples would find.
 */
@Singleton
public class PlayedOutages {

    private final Jdbi jdbi;
    private final Silences silences;

    PlayedOutages(Jdbi jdbi, Silences silences) {
        this.jdbi = jdbi;
        this.silences = silences;
    }

    /** Those of these servers that are over. */
    public void keep(Collection<Integer> servers, Instant since, Instant now) {
        jdbi.useTransaction(db -> silences.noticedSince(since).stream()
                .filter(machine -> servers.contains(machine.serverId()) && machine.heardAgain() != null)
                .forEach(machine -> keep(db, machine, now)));
    }

    private static void keep(Handle db, SilentMachine machine, Instant now) {
        int linked = db.createUpdate("""
                        UPDATE outage SET alert_id = :alert
                        WHERE server_id = :server AND alert_id IS NULL AND until_at IS NOT NULL
                          AND from_at < :heardAgain AND until_at > :heardLast
                        """)
                .bind("alert", machine.alert())
                .bind("server", machine.serverId())
                .bind("heardLast", machine.heardLast())
                .bind("heardAgain", machine.heardAgain())
                .execute();
        if (linked == 0) {
            OutageTable.insert(db, SilenceSync.found(machine), now);
        }
    }

    /** How many of these servers' outages wait for their first lasting verdict. */
    public long waiting(Collection<Integer> servers, Instant now) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT (SELECT count(*) FROM outage
                                WHERE provisional AND until_at < :settled AND server_id = ANY (:servers))
                             + (SELECT count(*) FROM outage_due WHERE server_id = ANY (:servers))
                        """)
                .bind("settled", now.minus(Judge.SETTLING))
                .bindArray("servers", Integer.class, servers)
                .mapTo(Long.class)
                .one());
    }
}
