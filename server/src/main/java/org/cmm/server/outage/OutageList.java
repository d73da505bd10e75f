package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Span;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Jdbi;

/** Outages newest first, stretch by stretch. */
@Singleton
class OutageList {

    private final Jdbi jdbi;
    private final OutageTable table;

    OutageList(Jdbi jdbi, OutageTable table) {
        this.jdbi = jdbi;
        this.table = table;
    }

    /** Where a stretch begins: below what began then and has this number. */
    record Place(Instant from, long id) {

        static final Place NEWEST = new Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    }

    /** Those of these servers that overlap the span. */
    record Wanted(Collection<Integer> servers, Span span, Optional<Cause> cause) {}

    List<StoredOutage> below(Place place, Wanted wanted, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(OutageTable.SELECT + """
                                WHERE server_id = ANY (:servers) AND from_at < :to
                                    AND (until_at IS NULL OR until_at > :from)
                                    AND (:cause = '' OR coalesce(corrected_to, cause) = :cause)
                                    AND (from_at, id) < (:placeFrom, :placeId)
                                ORDER BY from_at DESC, id DESC LIMIT :most
                                """)
                .bindArray("servers", Integer.class, wanted.servers())
                .bind("from", wanted.span().from())
                .bind("to", wanted.span().to())
                .bind("cause", wanted.cause().map(Spelling::of).orElse(""))
                .bind("placeFrom", place.from())
                .bind("placeId", place.id())
                .bind("most", most)
                .map(table::outage)
                .list());
    }
}
