package org.cmm.core.alert;

import java.util.List;

/**
 * N of M: the n-th worst of the newest m readings. Of each reading only is kept how many of the rule's thresholds it
 * reaches, four bits, because nothing else decides. A gap longer than the rule's {@code maxGap} starts the count again.
 */
final class Votes extends Gauge {

    private static final int BITS = 4;
    private static final long MASK = (1 << BITS) - 1;

    private final Kind.Threshold kind;
    private final List<Level> levels;
    private final long maxGapMillis;
    private long ring;
    private long newest = Long.MIN_VALUE;
    private int count;

    Votes(Rule rule, Kind.Threshold kind) {
        this.kind = kind;
        this.levels = rule.levels();
        this.maxGapMillis = rule.timing().maxGap().toMillis();
    }

    @Override
    double read(double value, long atMillis) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (newest == Long.MIN_VALUE || atMillis > newest) {
            count = newest == Long.MIN_VALUE || atMillis - newest > maxGapMillis ? 1 : count + 1;
            ring = ring << BITS | reached(kind.side().turned(value));
            newest = atMillis;
        }
        return count < kind.often().last() ? Double.NaN : worst();
    }

    @Override
    double told(double value, double number) {
        return value;
    }

    @Override
    void forget() {
        newest = Long.MIN_VALUE;
    }

    /** How many thresholds a number reaches. */
    private long reached(double number) {
        long reached = 0;
        for (int index = 0; index < levels.size(); index++) {
            reached += number >= levels.get(index).raiseAt() ? 1 : 0;
            reached += number >= levels.get(index).clearBelow() ? 1 : 0;
        }
        return reached;
    }

    /** The highest threshold that enough readings reach. */
    private double worst() {
        long votes = kind.often().last() == Kind.Often.MOST
                ? ring
                : ring & ((1L << (BITS * kind.often().last())) - 1);
        double worst = Double.NEGATIVE_INFINITY;
        for (int index = 0; votes != 0 && index < levels.size(); index++) {
            worst = Math.max(worst, agreed(votes, levels.get(index).clearBelow()));
            worst = Math.max(worst, agreed(votes, levels.get(index).raiseAt()));
        }
        return worst;
    }

    private double agreed(long votes, double threshold) {
        long needed = reached(threshold);
        int agreeing = 0;
        for (long rest = votes; rest != 0; rest >>>= BITS) {
            agreeing += (rest & MASK) >= needed ? 1 : 0;
        }
        return agreeing >= kind.often().of() ? threshold : Double.NEGATIVE_INFINITY;
    }
}
