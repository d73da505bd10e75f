package org.cmm.server.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.cmm.core.history.Tier;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** History on disk for programs. */
@Path("/api/v1/history/disk")
@Tag(name = "history")
@Singleton
@RunOnVirtualThread
class DiskResource {

    private final HistoryDisk disk;
    private final KeptDays kept;

    DiskResource(HistoryDisk disk, KeptDays kept) {
        this.disk = disk;
        this.kept = kept;
    }

    /** What history takes. */
    @Schema(name = "HistoryOnDisk")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OnDisk(
            long bytes,
            long bytesPerDay,

            @Schema(description = "When every tier is as old as it is kept")
            long bytesAtMost,

            @Schema(description = "Readings that the samples hold; estimated when they are many")
            long sampleValues,

            long databaseBytes,

            @Schema(description = "Of the database's disk; left out when the database is not CMM's own") @Nullable
            Long freeBytes,

            @Schema(description = "Left out when history never fills the disk, or the disk is not to be seen") @Nullable
            Double daysUntilFull,

            List<OneTier> tiers) {}

    /** A tier on disk. */
    @Schema(name = "HistoryTier")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OneTier(
            @Schema(description = "samples, five-minutes, hour or day")
            String tier,

            long bytes,
            long bytesPerDay,
            Instant oldest,
            int partitions,
            int keptDays,

            @Schema(
                    description =
                            "Readings of samples, or what intervals of series came to; estimated when they are many")
            long values,

            @Schema(description = "Everything included; left out while there is none") @Nullable
            Double bytesPerValue,

            @Schema(description = "Of what is closed") @Nullable
            Double bytesPerClosedValue) {}

    /** For how many days each tier is kept. */
    @Schema(
            name = "HistoryRetention",
            examples = "{\"samples\": 30, \"fiveMinutes\": 366, \"hour\": 1827, \"day\": 3653}")
    record Days(
            @Nullable Integer samples,
            @Nullable Integer fiveMinutes,
            @Nullable Integer hour,
            @Nullable Integer day) {}

    @GET
    @RolesAllowed("admin")
    @Operation(summary = "How much disk each tier of history takes, and how long the disk lasts")
    public OnDisk onDisk() {
        DiskUse use = disk.now();
        DiskUse.Outlook outlook = use.outlook(use.kept());
        return new OnDisk(
                use.bytes(),
                Math.round(use.bytesPerDay()),
                Math.round(outlook.bytesAtMost()),
                Math.round(use.values(use.tiers().getFirst()).all()),
                use.databaseBytes(),
                use.freeBytes().isPresent() ? use.freeBytes().getAsLong() : null,
                known(outlook.daysUntilFull()),
                use.tiers().stream().map(tier -> tier(tier, use)).toList());
    }

    @PUT
    @Path("/retention")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(
            summary = "Set for how many days each tier is kept",
            description =
                    "What is older goes for good within minutes. A coarser tier must be kept at least as long as a finer one.")
    public OnDisk set(@Nullable Days days) {
        if (days == null) {
            throw Problem.badRequest("missing-body", "the body needs 'samples', 'fiveMinutes', 'hour' and 'day'")
                    .exception();
        }
        Map<Tier, Integer> wanted = new EnumMap<>(Tier.class);
        wanted.put(Tier.SAMPLES, Objects.requireNonNullElse(days.samples(), 0));
        wanted.put(Tier.FIVE_MINUTES, Objects.requireNonNullElse(days.fiveMinutes(), 0));
        wanted.put(Tier.HOUR, Objects.requireNonNullElse(days.hour(), 0));
        wanted.put(Tier.DAY, Objects.requireNonNullElse(days.day(), 0));
        kept.set(new KeptDays.Setting(wanted));
        return onDisk();
    }

    private static OneTier tier(TierUse tier, DiskUse use) {
        return new OneTier(
                Retention.word(tier.tier()),
                tier.bytes(),
                Math.round(tier.bytesPerDay()),
                tier.oldest(),
                tier.parts().size(),
                use.kept().of(tier.tier()),
                Math.round(use.values(tier).all()),
                known(use.bytesPerValue(tier)),
                known(use.bytesPerClosedValue(tier)));
    }

    private static @Nullable Double known(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
