package org.cmm.server.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import org.cmm.core.history.RollupBuilder;
import org.cmm.core.history.Tier;

/** One interval of a server that is being added up, each layout for itself. Not safe for several threads. */
final class OpenInterval {

    private record Part(StoredLayout layout, RollupBuilder sums) {}

    private final Tier tier;
    private final long start;
    private final List<Part> parts = new ArrayList<>(1);

    /** Nothing yet, from {@code start} on, in milliseconds since 1970. */
    OpenInterval(Tier tier, long start) {
        this.tier = tier;
        this.start = start;
    }

    /** Before all times, and empty. */
    static OpenInterval none(Tier tier) {
        return new OpenInterval(tier, Long.MIN_VALUE);
    }

    long start() {
        return start;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    boolean isOver(long now) {
        return start + tier.millis() <= now;
    }

    RollupBuilder of(StoredLayout layout) {
        for (Part part : parts) {
            if (part.layout().equals(layout)) {
                return part.sums();
            }
        }
        RollupBuilder begun = new RollupBuilder(tier, start, layout.decimals());
        parts.add(new Part(layout, begun));
        return begun;
    }

    /**
     * What was added so far.
     *
     * @param steps from the start of an interval to the milliseconds between two of its samples; 0 is not known
     */
    List<TierRow> rows(LongUnaryOperator steps) {
        if (parts.isEmpty()) {
            return List.of();
        }
        long step = steps.applyAsLong(start);
        List<TierRow> rows = new ArrayList<>(parts.size());
        for (Part part : parts) {
            rows.add(new TierRow(start, part.layout(), part.sums().build(step).numbers()));
        }
        return rows;
    }
}
