package org.cmm.server.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.cmm.core.history.DiskOutlook;
import org.cmm.core.history.Tier;

/**
 * What history takes on disk at a moment.
 *
 * @param values how many each tier holds
 * @param freeBytes of the database's disk; empty when the database is not CMM's own
 * @param kept the setting in force
 */
record DiskUse(
        Instant at,
        List<TierUse> tiers,
        Map<Tier, StoredValues.Counted> values,
        long databaseBytes,
        OptionalLong freeBytes,
        KeptDays.Setting kept) {

    long bytes() {
        return tiers.stream().mapToLong(TierUse::bytes).sum();
    }

    StoredValues.Counted values(TierUse tier) {
        return values.getOrDefault(tier.tier(), new StoredValues.Counted(0, 0));
    }

    /** With tables, indexes and all; empty while there is none. */
    OptionalDouble bytesPerValue(TierUse tier) {
        return perValue(tier.bytes(), values(tier).all());
    }

    /** Of what is closed. */
    OptionalDouble bytesPerClosedValue(TierUse tier) {
        return perValue(tier.closedBytes(), values(tier).closed());
    }

    static OptionalDouble perValue(long bytes, double values) {
        return values > 0 ? OptionalDouble.of(bytes / values) : OptionalDouble.empty();
    }

    double bytesPerDay() {
        return tiers.stream().mapToDouble(TierUse::bytesPerDay).sum();
    }

    Outlook outlook(KeptDays.Setting setting) {
        List<DiskOutlook.Use> uses = tiers.stream()
                .map(tier -> tier.kept(setting.of(tier.tier()), at))
                .toList();
        double freed = bytes() - DiskOutlook.bytesAfter(uses, 0);
        return new Outlook(
                DiskOutlook.bytesAtMost(uses),
                freeBytes.isPresent()
                        ? DiskOutlook.daysUntil(uses, freeBytes.getAsLong() + freed)
                        : OptionalDouble.empty());
    }

    /** What another setting changes, tier by tier; only those that it changes. */
    List<Change> changes(KeptDays.Setting wanted) {
        return tiers.stream()
                .filter(tier -> wanted.of(tier.tier()) != kept.of(tier.tier()))
                .map(tier -> change(tier, wanted.of(tier.tier())))
                .toList();
    }

    private Change change(TierUse tier, int days) {
        Instant oldest = at.minus(Duration.ofDays(days));
        long freed = tier.bytesBefore(oldest);
        double most = DiskOutlook.bytesAtMost(List.of(tier.kept(days, at)));
        double mostBefore = DiskOutlook.bytesAtMost(List.of(tier.kept(kept.of(tier.tier()), at)));
        return new Change(
                tier.tier(),
                kept.of(tier.tier()),
                days,
                freed,
                freed > 0 ? Optional.of(tier.oldestAfter(oldest)) : Optional.empty(),
                most - mostBefore);
    }

    /**
     * What will be.
     *
     * @param bytesAtMost when every tier is as old as it is kept
     * @param daysUntilFull empty when that fits, or when the disk is not to be seen
     */
    record Outlook(double bytesAtMost, OptionalDouble daysUntilFull) {}

    /**
     * What another setting does to one tier.
     *
     * @param freedBytes at once
     * @param deletedBefore what was measured before then goes; empty when nothing does
     * @param bytesInTheEnd more than without the change, or less
     */
    record Change(
            Tier tier,
            int daysBefore,
            int daysAfter,
            long freedBytes,
            Optional<Instant> deletedBefore,
            double bytesInTheEnd) {}
}
