package org.cmm.server.history;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Table {@code rollup_due}: intervals that late samples fell into. */
final class RollupDue {

    /** Some of the table, each interval once. */
    record Some(List<Long> ids, SortedMap<Integer, NavigableSet<Long>> byServer) {}

    private RollupDue() {}

    /** The oldest marks of intervals that begin at or before {@code latest}, milliseconds since 1970. */
    static Some oldest(Handle db, long latest, int most) {
        SortedMap<Integer, NavigableSet<Long>> byServer = new TreeMap<>();
        List<Long> ids = db.createQuery("""
                        SELECT id, server_id, (extract(epoch FROM at) * 1000)::bigint FROM rollup_due
                        WHERE at <= :latest ORDER BY id LIMIT :most
                        """)
                .bind("latest", Instant.ofEpochMilli(latest))
                .bind("most", most)
                .map((row, context) -> {
                    byServer.computeIfAbsent(row.getInt(2), _ -> new TreeSet<>())
                            .add(row.getLong(3));
                    return row.getLong(1);
                })
                .list();
        return new Some(ids, byServer);
    }

    /** Whether there are marks from a time to before another. */
    static boolean isDue(Handle db, Instant from, Instant to) {
        return db.createQuery("SELECT EXISTS (SELECT FROM rollup_due WHERE at >= :from AND at < :to)")
                .bind("from", from)
                .bind("to", to)
                .mapTo(Boolean.class)
                .one();
    }

    static void delete(Handle db, Collection<Long> ids) {
        db.createUpdate("DELETE FROM rollup_due WHERE id = ANY (:ids)")
                .bindArray("ids", Long.class, ids)
                .execute();
    }
}
