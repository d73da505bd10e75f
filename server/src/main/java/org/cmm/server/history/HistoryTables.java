package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cmm.core.history.Tier;

/** The tables of each tier; what is known of their partitions is known to everybody. */
@Singleton
class HistoryTables {

    /** Days of samples that are over and become blocks; nobody adds to them. */
    static final String CLOSING = "sample_closing";

    private final Map<Tier, TierTables> byTier = new EnumMap<>(Tier.class);

    HistoryTables() {
        Arrays.stream(Tier.values()).forEach(tier -> byTier.put(tier, TierTables.of(tier)));
    }

    TierTables of(Tier tier) {
        return Objects.requireNonNull(byTier.get(tier));
    }

    TierTables samples() {
        return of(Tier.SAMPLES);
    }

    /** The finest first. */
    List<TierTables> all() {
        return List.copyOf(byTier.values());
    }
}
