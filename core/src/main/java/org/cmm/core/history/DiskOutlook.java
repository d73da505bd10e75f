package org.cmm.core.history;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How much disk history will take. Each tier grows by the same amount every day until its oldest part is as old as it
 * is kept; then as much goes as comes. Days are of 24 hours, from now on; the cost is that of the few tiers.
 */
public final class DiskOutlook {

    private DiskOutlook() {}

    /**
     * One tier.
     *
     * @param bytes what it takes now, 0 or more
     * @param bytesPerDay how much comes each day, 0 or more
     * @param heldDays how old its oldest part is
     * @param keptDays how old that may become
     */
    public record Use(long bytes, double bytesPerDay, double heldDays, int keptDays) {

        public Use {
            if (bytes < 0 || !(bytesPerDay >= 0) || !(heldDays >= 0) || keptDays < 1) {
                throw new IllegalArgumentException(
                        "a tier takes 0 bytes or more and is kept for a day or more, was %d, %f a day, %f of %d days"
                                .formatted(bytes, bytesPerDay, heldDays, keptDays));
            }
        }

        /** For so many days it still grows. */
        double growingDays() {
            return Math.max(0, keptDays - heldDays);
        }

        double bytesAfter(double days) {
            return bytes + bytesPerDay * Math.min(days, growingDays());
        }
    }

    /** What all tiers take together after so many days. */
    public static double bytesAfter(List<Use> tiers, double days) {
        return tiers.stream().mapToDouble(tier -> tier.bytesAfter(days)).sum();
    }

    /** What they take when all of them have stopped growing. */
    public static double bytesAtMost(List<Use> tiers) {
        return bytesAfter(tiers, Double.MAX_VALUE);
    }

    /** The days until they have taken {@code more} bytes more than now; empty when they never do. */
    public static OptionalDouble daysUntil(List<Use> tiers, double more) {
        double goal = bytesAfter(tiers, 0) + more;
        double begin = 0;
        for (double end : tiers.stream().mapToDouble(Use::growingDays).sorted().toArray()) {
            double atEnd = bytesAfter(tiers, end);
            if (atEnd > goal) {
                double atBegin = bytesAfter(tiers, begin);
                return OptionalDouble.of(begin + (end - begin) * Math.max(0, goal - atBegin) / (atEnd - atBegin));
            }
            begin = end;
        }
        return OptionalDouble.empty();
    }
}
