package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.cmm.core.outage.Span;
import org.jdbi.v3.core.Jdbi;

/** Table {@code outage_due}: what is to be looked at, so that a kill forgets nothing that was noted. */
@Singleton
class DueTable {

    private final Jdbi jdbi;

    DueTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A server to look at and the stretch to search for gaps. */
    record Due(int server, Span span, Instant noted) {}

    /** Nothing of a server that is gone by now. */
    void note(int server, News.Note note) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outage_due (server_id, from_at, to_at, noted_at)
                        SELECT id, :from, :to, :noted FROM server WHERE id = :server
                        ON CONFLICT (server_id) DO UPDATE SET from_at = least(outage_due.from_at, excluded.from_at),
                            to_at = greatest(outage_due.to_at, excluded.to_at), noted_at = excluded.noted_at
                        """)
                .bind("server", server)
                .bind("from", note.oldest())
                .bind("to", note.newest())
                .bind("noted", note.noted())
                .execute());
    }

    /** Those of which nothing more has come since then, the longest waiting first. */
    List<Due> quietSince(Instant time, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT server_id, from_at, to_at, noted_at FROM outage_due
                        WHERE noted_at <= :time ORDER BY noted_at LIMIT :most
                        """)
                .bind("time", time)
                .bind("most", most)
                .map(row -> new Due(
                        row.getColumn("server_id", Integer.class),
                        new Span(row.getColumn("from_at", Instant.class), row.getColumn("to_at", Instant.class)),
                        row.getColumn("noted_at", Instant.class)))
                .list());
    }

    /** It was looked at, unless more came meanwhile. */
    void done(Due due) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM outage_due WHERE server_id = ? AND noted_at = ?", due.server(), due.noted()));
    }
}
