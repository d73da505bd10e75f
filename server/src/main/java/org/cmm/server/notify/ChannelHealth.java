package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How each channel fares: what waits for it, and what it never took. */
@Singleton
class ChannelHealth {

    /** Longer ago is of no use to whoever mends a channel. */
    static final Duration LATELY = Duration.ofDays(7);

    private static final Duration WORTH_SAYING = Duration.ofMinutes(1);

    private final Jdbi jdbi;

    ChannelHealth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * One channel.
     *
     * @param waiting notices that are due, or were tried in vain, for a minute or longer
     * @param oldest when the first of them was written; null when none waits
     * @param expired those of the last seven days that nobody took in time
     * @param refused those of the last seven days that the counterpart did not want
     */
    record Health(long waiting, @Nullable Instant oldest, long expired, long refused) {

        static final Health FINE = new Health(0, null, 0, 0);
    }

    /** By the number of the channel; those of which there is nothing to say are left out. */
    Map<Integer, Health> all(Instant now) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT channel_id, count(*) FILTER (WHERE state IN ('waiting', 'sending')) AS waiting,
                               min(created_at) FILTER (WHERE state IN ('waiting', 'sending')) AS oldest,
                               count(*) FILTER (WHERE state = 'expired') AS expired,
                               count(*) FILTER (WHERE state = 'refused') AS refused
                        FROM notice
                        WHERE state IN ('waiting', 'sending') AND (due_at <= :now OR attempts > 0)
                              AND created_at <= :worthSaying
                           OR state IN ('expired', 'refused') AND settled_at > :since
                        GROUP BY channel_id
                        """)
                .bind("now", now)
                .bind("since", now.minus(LATELY))
                .bind("worthSaying", now.minus(WORTH_SAYING))
                .reduceRows(new HashMap<>(), (all, row) -> {
                    all.put(
                            row.getColumn("channel_id", Integer.class),
                            new Health(
                                    row.getColumn("waiting", Long.class),
                                    row.getColumn("oldest", Instant.class),
                                    row.getColumn("expired", Long.class),
                                    row.getColumn("refused", Long.class)));
                    return all;
                }));
    }
}
