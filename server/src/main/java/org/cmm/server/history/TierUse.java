package org.cmm.server.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cmm.core.history.DiskOutlook;
import org.cmm.core.history.Tier;

/**
 * What one tier takes on disk.
 *
 * @param parts its partitions
 * @param oldest the start of its oldest part; now when it holds nothing
 * @param bytesPerDay how much comes each day, once closed
 */
record TierUse(Tier tier, List<StoredPart> parts, Instant oldest, double bytesPerDay) {

    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();
    private static final int DAYS_LOOKED_AT = 7;
    private static final Duration LEAST = Duration.ofHours(1);

    TierUse {
        parts = List.copyOf(parts);
    }

    /**
     * @param parts of this tier
     * @param begin before it nothing was measured: a partition of a year may begin long before its first row
     */
    static TierUse of(Tier tier, List<StoredPart> parts, Instant begin, Instant now) {
        Instant oldest = parts.stream()
                .filter(part -> part.bytes() > 0
                        && part.from().isBefore(now)
                        && part.to().isAfter(begin))
                .map(StoredPart::from)
                .min(Comparator.naturalOrder())
                .map(from -> from.isBefore(begin) ? begin : from)
                .orElse(now);
        return new TierUse(tier, parts, oldest, perDay(tier, parts, oldest, now));
    }

    long bytes() {
        return parts.stream().mapToLong(StoredPart::bytes).sum();
    }

    /** Of what lies as blocks. */
    long closedBytes() {
        return parts.stream()
                .filter(StoredPart::closed)
                .mapToLong(StoredPart::bytes)
                .sum();
    }

    double heldDays(Instant now) {
        return days(Duration.between(oldest, now));
    }

    /** What goes at once when it is kept no longer than since then. */
    long bytesBefore(Instant kept) {
        return parts.stream()
                .filter(part -> part.isOlderThan(kept))
                .mapToLong(StoredPart::bytes)
                .sum();
    }

    /** The first time that is left then: partitions go whole. */
    Instant oldestAfter(Instant kept) {
        return parts.stream()
                .filter(part -> !part.isOlderThan(kept))
                .map(StoredPart::from)
                .min(Comparator.naturalOrder())
                .filter(from -> from.isAfter(oldest))
                .orElse(oldest);
    }

    /** How it grows from now on when it is kept for so long. */
    DiskOutlook.Use kept(int days, Instant now) {
        Instant kept = now.minus(Duration.ofDays(days));
        return new DiskOutlook.Use(
                bytes() - bytesBefore(kept),
                bytesPerDay,
                Math.max(0, days(Duration.between(oldestAfter(kept), now))),
                days);
    }

    /**
     * The same, growing as if all that comes lay closed already: rows take several times what they will.
     *
     * @param bytesPerClosedValue of this tier, or of one that is like it
     */
    TierUse growing(double values, double bytesPerClosedValue, Instant now) {
        return new TierUse(tier, parts, oldest, values * bytesPerClosedValue / days(held(oldest, now)));
    }

    /** Samples shrink when their day is closed, so closed days tell. */
    private static double perDay(Tier tier, List<StoredPart> parts, Instant oldest, Instant now) {
        List<StoredPart> closed = parts.stream()
                .filter(part ->
                        tier == Tier.SAMPLES && part.closed() && !part.to().isAfter(now) && part.bytes() > 0)
                .sorted(Comparator.comparing(StoredPart::from).reversed())
                .limit(DAYS_LOOKED_AT)
                .toList();
        if (!closed.isEmpty()) {
            return perDay(closed, closed.stream().map(StoredPart::length).reduce(Duration.ZERO, Duration::plus));
        }
        return perDay(parts, held(oldest, now));
    }

    private static Duration held(Instant oldest, Instant now) {
        Duration held = Duration.between(oldest, now);
        return held.compareTo(LEAST) < 0 ? LEAST : held;
    }

    private static double perDay(List<StoredPart> parts, Duration time) {
        return parts.stream().mapToLong(StoredPart::bytes).sum() / days(time);
    }

    private static double days(Duration time) {
        return time.toSeconds() / SECONDS_A_DAY;
    }

    /** Since when there is anything: days are the shortest partitions. */
    static Instant begin(List<StoredPart> parts, Instant now) {
        Optional<Instant> first = parts.stream()
                .filter(part -> part.length().compareTo(Duration.ofDays(2)) < 0 && part.bytes() > 0)
                .map(StoredPart::from)
                .min(Comparator.naturalOrder());
        return first.filter(from -> from.isBefore(now)).orElse(now);
    }
}
