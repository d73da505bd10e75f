package org.cmm.server.history;

import java.time.Instant;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.Tier;

/**
 * Where one tier lies: rows of what is open, and blocks of what is closed. A block holds all rows of a server and
 * layout over a period of the row table.
 *
 * @param head numbers of a row before those of its series
 * @param each numbers of each series
 */
record TierTables(Tier tier, Partitions rows, Partitions blocks, int head, int each) {

    static TierTables of(Tier tier) {
        return switch (tier) {
            case SAMPLES ->
                new TierTables(
                        tier,
                        Partitions.ofPassingRows("sample", Partitions.Period.DAY),
                        new Partitions("sample_block", Partitions.Period.DAY),
                        0,
                        1);
            case FIVE_MINUTES -> rollup(tier, "rollup_5min", Partitions.Period.DAY, Partitions.Period.MONTH);
            case HOUR -> rollup(tier, "rollup_1h", Partitions.Period.MONTH, Partitions.Period.YEAR);
            case DAY -> rollup(tier, "rollup_1d", Partitions.Period.YEAR, Partitions.Period.YEAR);
        };
    }

    private static TierTables rollup(Tier tier, String name, Partitions.Period open, Partitions.Period closed) {
        return new TierTables(
                tier, new Partitions(name, open), new Partitions(name + "_block", closed), Rollup.HEAD, Rollup.EACH);
    }

    /** What a row is known by: a server has one sample at a time, and a roll-up for each layout. */
    boolean oneRowATime() {
        return tier == Tier.SAMPLES;
    }

    /** When the period of this time is over, before which it cannot be closed. */
    Instant endOfPeriod(long millis) {
        return Partitions.instant(rows.period().next(rows.period().first(millis)));
    }

    /** Where open rows are read. */
    String openTable() {
        return oneRowATime() ? "open_sample" : rows.table();
    }
}
