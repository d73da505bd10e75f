package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Jdbi;

/** What history takes on disk, partition by partition, as PostgreSQL counts it. */
@Singleton
class StoredParts {

    private final Jdbi jdbi;
    private final HistoryTables tables;

    StoredParts(Jdbi jdbi, HistoryTables tables) {
        this.jdbi = jdbi;
        this.tables = tables;
    }

    List<StoredPart> all() {
        List<StoredPart> parts = new ArrayList<>();
        for (TierTables each : tables.all()) {
            parts.addAll(of(each.tier(), each.rows().table(), false));
            parts.addAll(of(each.tier(), each.blocks().table(), true));
        }
        parts.addAll(of(Tier.SAMPLES, HistoryTables.CLOSING, false));
        return parts;
    }

    /** The whole database, with what is no history. */
    long databaseBytes() {
        return jdbi.withHandle(db -> db.createQuery("SELECT pg_database_size(current_database())")
                .mapTo(Long.class)
                .one());
    }

    /** One that is dropped meanwhile takes nothing. */
    private List<StoredPart> of(Tier tier, String table, boolean closed) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT substring(bound FROM $$FROM [(]'([^']+)'$$)::timestamptz AS begin,
                               substring(bound FROM $$TO [(]'([^']+)'$$)::timestamptz AS until,
                               coalesce(bytes, 0) AS bytes
                        FROM (SELECT pg_get_expr(relpartbound, pg_class.oid) AS bound,
                                     pg_total_relation_size(pg_class.oid) AS bytes
                              FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
                              WHERE inhparent = to_regclass(:table)) parts
                        WHERE bound LIKE 'FOR VALUES FROM (''%'
                        ORDER BY begin
                        """)
                .bind("table", table)
                .map((row, context) -> new StoredPart(
                        tier,
                        closed,
                        row.getTimestamp("begin").toInstant(),
                        row.getTimestamp("until").toInstant(),
                        row.getLong("bytes")))
                .list());
    }
}
