package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.cmm.core.outage.Span;
import org.jdbi.v3.core.Jdbi;

/** When CMM itself was down, frozen or without its database: it heard nobody then. */
@Singleton
public class Downtimes {

    private final Jdbi jdbi;

    Downtimes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Those that overlap the span, whole, in order. */
    public List<Span> during(Span span) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT from_at, to_at FROM cmm_downtime
                        WHERE from_at < :to AND to_at > :from ORDER BY from_at
                        """)
                .bind("from", span.from())
                .bind("to", span.to())
                .map(row -> new Span(row.getColumn("from_at", Instant.class), row.getColumn("to_at", Instant.class)))
                .list());
    }
}
