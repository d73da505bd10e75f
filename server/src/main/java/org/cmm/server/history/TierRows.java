package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Whole rows of a tier, wherever they lie. A row may lie in a block and in the open table at the same time, while a day
 * is being closed and after late deliveries; it counts once: of samples the first that was stored, of roll-ups the
 * newer one.
 */
@Singleton
class TierRows {

    private record Place(long at, int layout) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(at, other.at);
            return byTime == 0 ? Integer.compare(layout, other.layout) : byTime;
        }
    }

    private final Layouts layouts;

    TierRows(Layouts layouts) {
        this.layouts = layouts;
    }

    /** The rows of a server from {@code from} to before {@code to}, milliseconds since 1970, in order of time. */
    Collection<TierRow> between(Handle db, TierTables tables, int server, long from, long to) {
        List<StoredBlock> blocks = StoredBlock.read(db, tables, layouts, server, from, to);
        List<TierRow> open = open(db, tables, layouts, server, from, to);
        if (blocks.isEmpty()) {
            return open;
        }
        TreeMap<Place, TierRow> rows = new TreeMap<>();
        for (StoredBlock block : blocks) {
            block.eachRow(at -> at >= from && at < to, row -> rows.put(place(tables, row), row));
        }
        for (TierRow row : open) {
            if (tables.oneRowATime()) {
                rows.putIfAbsent(place(tables, row), row);
            } else {
                rows.put(place(tables, row), row);
            }
        }
        return rows.values();
    }

    /** Rows of the open table alone, in order of time. */
    static List<TierRow> open(Handle db, TierTables tables, Layouts layouts, int server, long from, long to) {
        List<TierRow> rows = new ArrayList<>();
        db.createQuery("""
                        SELECT (extract(epoch FROM at) * 1000)::bigint, layout_id, array_send(readings) FROM %s
                        WHERE server_id = :server AND at >= :from AND at < :to ORDER BY at
                        """.formatted(tables.openTable()))
                .bind("server", server)
                .bind("from", Instant.ofEpochMilli(from))
                .bind("to", Instant.ofEpochMilli(to))
                .map((row, context) -> row(layouts, row))
                .forEach(row -> {
                    if (rows.isEmpty() || place(tables, row).compareTo(place(tables, rows.getLast())) != 0) {
                        rows.add(row);
                    }
                });
        return rows;
    }

    private static TierRow row(Layouts layouts, ResultSet row) throws SQLException {
        StoredLayout layout = layouts.find(row.getInt(2)).orElseThrow();
        return new TierRow(row.getLong(1), layout, SentReadings.unpack(row.getBytes(3)));
    }

    private static Place place(TierTables tables, TierRow row) {
        return new Place(row.at(), tables.oneRowATime() ? 0 : row.layout().id());
    }
}
