package org.cmm.server.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Of two roll-ups of an interval the one that counts more samples stays. Whoever makes one anew may find only a part of
 * what it is made of: the rest was kept long enough and is gone. Rows that are open see to that as they are written;
 * this sees to what lies in blocks.
 */
final class FullerRollups {

    private record Place(long at, StoredLayout layout) {}

    private final TierRows stored;

    FullerRollups(TierRows stored) {
        this.stored = stored;
    }

    /** The rows without those that count fewer samples than what is there, of intervals that may lie in blocks. */
    List<ServerRows> of(
            Handle db, TierTables tables, Collection<ServerRows> made, Collection<RollupTable.Interval> closed) {
        Set<RollupTable.Interval> inBlocks = new HashSet<>(closed);
        List<ServerRows> fuller = new ArrayList<>();
        for (ServerRows one : made) {
            fuller.add(new ServerRows(one.server(), of(db, tables, one, inBlocks)));
        }
        return fuller;
    }

    private List<TierRow> of(Handle db, TierTables tables, ServerRows made, Set<RollupTable.Interval> inBlocks) {
        NavigableSet<Long> starts = new TreeSet<>();
        for (TierRow row : made.rows()) {
            if (inBlocks.contains(new RollupTable.Interval(made.server(), row.at()))) {
                starts.add(row.at());
            }
        }
        Map<Place, Double> samples = new HashMap<>();
        for (NavigableSet<Long> run : RollupsFromSamples.runs(starts)) {
            stored.between(db, tables, made.server(), run.getFirst(), run.getLast() + 1)
                    .forEach(row -> samples.put(new Place(row.at(), row.layout()), row.numbers()[0]));
        }
        return made.rows().stream()
                .filter(row -> row.numbers()[0] >= samples.getOrDefault(new Place(row.at(), row.layout()), 0.0))
                .toList();
    }
}
