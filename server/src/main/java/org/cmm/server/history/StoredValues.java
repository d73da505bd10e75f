package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.List;
import org.cmm.core.history.ColumnCodec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * How many values a tier holds: of samples the readings, absent ones included; of roll-ups what the intervals of the
 * series came to. All pages of small tables are looked at, and of large ones some hundred, always the same, from which
 * the number is estimated within a few percent: the cost does not grow.
 */
@Singleton
class StoredValues {

    private static final int PAGES_LOOKED_AT = 200;

    /** Their content may lie elsewhere, so each is a step of its own. */
    private static final int BLOCKS_LOOKED_INTO = 300;

    private static final String PAGE = "(tableoid, (ctid::text::point)[0])";

    private final Jdbi jdbi;

    StoredValues(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What is still rows, and what is closed. */
    record Counted(double open, double closed) {

        double all() {
            return open + closed;
        }
    }

    Counted of(TierTables each) {
        return jdbi.withHandle(db -> {
            double open = rows(db, each.rows().table(), each);
            double closing = each.oneRowATime() ? rows(db, HistoryTables.CLOSING, each) : 0;
            return new Counted(open + closing, blocks(db, each.blocks().table()));
        });
    }

    private static double rows(Handle db, String table, TierTables each) {
        long pages = pages(db, table);
        if (pages == 0) {
            return 0;
        }
        return db.createQuery("""
                        SELECT coalesce(sum((cardinality(readings) - :head) / :each), 0), count(DISTINCT %s)
                        FROM %s TABLESAMPLE SYSTEM (:share) REPEATABLE (1)
                        """.formatted(PAGE, table))
                .bind("head", each.head())
                .bind("each", each.each())
                .bind("share", share(pages))
                .map((row, context) -> whole(row.getDouble(1), row.getLong(2), pages))
                .one();
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Looked(long blocks, long pages, byte[] start) {}

    private static double blocks(Handle db, String table) {
        long pages = pages(db, table);
        if (pages == 0) {
            return 0;
        }
        List<Looked> looked = db.createQuery("""
                        WITH seen AS MATERIALIZED (
                            SELECT %s AS page, content, row_number() OVER () AS number
                            FROM %s TABLESAMPLE SYSTEM (:share) REPEATABLE (1) WHERE place > 0),
                        counted AS (SELECT count(*) AS blocks, count(DISTINCT page) AS pages FROM seen)
                        SELECT blocks, pages, substring(content FROM 1 FOR :enough) FROM seen, counted
                        WHERE number %% (1 + blocks / :most) = 0
                        """.formatted(PAGE, table))
                .bind("share", share(pages))
                .bind("enough", ColumnCodec.ENOUGH_TO_COUNT)
                .bind("most", BLOCKS_LOOKED_INTO)
                .map((row, context) -> new Looked(row.getLong(1), row.getLong(2), row.getBytes(3)))
                .list();
        double inEach = looked.stream()
                .mapToLong(block -> ColumnCodec.count(block.start()))
                .average()
                .orElse(0);
        return looked.isEmpty()
                ? 0
                : whole(inEach * looked.getFirst().blocks(), looked.getFirst().pages(), pages);
    }

    private static double share(long pages) {
        return Math.min(100, 100.0 * PAGES_LOOKED_AT / pages);
    }

    private static double whole(double values, long looked, long pages) {
        boolean all = pages <= PAGES_LOOKED_AT;
        return all || looked == 0 ? values : values * pages / looked;
    }

    private static long pages(Handle db, String table) {
        return db.createQuery("""
                        SELECT coalesce(sum(pg_relation_size(relid)), 0)::bigint / current_setting('block_size')::int
                        FROM pg_partition_tree(:table)
                        """).bind("table", table).mapTo(Long.class).one();
    }
}
