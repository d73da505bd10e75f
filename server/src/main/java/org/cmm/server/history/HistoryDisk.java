package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.cmm.core.history.DiskOutlook;
import org.cmm.core.history.Tier;
import org.cmm.server.platform.Settings;
import org.jboss.logging.Logger;

/** How much disk history takes, and what another setting would make of it. */
@Singleton
class HistoryDisk {

    private static final Logger LOG = Logger.getLogger(HistoryDisk.class);

    private final StoredParts parts;
    private final KeptDays kept;
    private final StoredValues values;
    private final HistoryTables tables;
    private final InstantSource clock;
    private final Settings settings;

    HistoryDisk(
            StoredParts parts,
            KeptDays kept,
            StoredValues values,
            HistoryTables tables,
            InstantSource clock,
            Settings settings) {
        this.parts = parts;
        this.kept = kept;
        this.values = values;
        this.tables = tables;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * What is on disk now.
     *
     * @param values how many each tier holds
     * @param freeBytes of the database's disk; empty when the database is not CMM's own
     * @param kept the setting in force
     */
    record Use(
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

        private static OptionalDouble perValue(long bytes, double values) {
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

    Use now() {
        Instant now = clock.instant();
        Map<Tier, StoredValues.Counted> counted = new EnumMap<>(Tier.class);
        tables.all().forEach(each -> counted.put(each.tier(), values.of(each)));
        return new Use(now, tiers(counted, now), counted, parts.databaseBytes(), free(), kept.now());
    }

    /** A tier of which nothing is closed yet will take for a value what the finer one does. */
    private List<TierUse> tiers(Map<Tier, StoredValues.Counted> counted, Instant now) {
        List<StoredPart> all = parts.all();
        Instant begin = TierUse.begin(all, now);
        List<TierUse> tiers = new ArrayList<>();
        OptionalDouble ofRollups = OptionalDouble.empty();
        for (Tier tier : Tier.values()) {
            TierUse use = TierUse.of(
                    tier, all.stream().filter(part -> part.tier() == tier).toList(), begin, now);
            StoredValues.Counted values = Objects.requireNonNull(counted.get(tier));
            if (tier != Tier.SAMPLES && values.closed() > 0) {
                ofRollups = Use.perValue(use.closedBytes(), values.closed());
            }
            tiers.add(ofRollups.isPresent() ? use.growing(values.all(), ofRollups.getAsDouble(), now) : use);
        }
        return tiers;
    }

    private OptionalLong free() {
        if (settings.database().url().isPresent()) {
            return OptionalLong.empty();
        }
        Path data = settings.data();
        try {
            return OptionalLong.of(Files.getFileStore(data).getUsableSpace());
        } catch (IOException e) {
            LOG.debugf(e, "The free space of %s is not to be seen", data);
            return OptionalLong.empty();
        }
    }
}
