package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
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

    DiskUse now() {
        Instant now = clock.instant();
        Map<Tier, StoredValues.Counted> counted = new EnumMap<>(Tier.class);
        tables.all().forEach(each -> counted.put(each.tier(), values.of(each)));
        return new DiskUse(now, tiers(counted, now), counted, parts.databaseBytes(), free(), kept.now());
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
                ofRollups = DiskUse.perValue(use.closedBytes(), values.closed());
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
