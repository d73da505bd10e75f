package org.cmm.server.alert;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a rule to be from now on. Everything is to be said; {@link RuleCheck} finds what is missing.
 *
 * @param looksAt what the rule makes of readings; left out, that stays as it is; not for silence
 * @param levels from least to most severe; of the rule about silence its one severity, without thresholds
 * @param raiseAfterSeconds how long trouble lasts before an alert is raised; for silence, how long it is
 * @param clearAfterSeconds how long calm lasts before an alert is cleared; not for silence
 * @param maxGapSeconds between readings farther apart than this nobody knows what happened; not for silence
 */
@Schema(
        requiredProperties = {"enabled", "levels", "raiseAfterSeconds"},
        examples = """
                {"enabled": true, "levels": [{"severity": "warning", "raiseAt": 0.9, "clearBelow": 0.85}],
                 "raiseAfterSeconds": 300, "clearAfterSeconds": 900, "maxGapSeconds": 600}""")
record RuleEdit(
        @Nullable Boolean enabled,
        @Schema(nullable = true) @Nullable LooksAt looksAt,
        @Nullable List<LevelEdit> levels,
        @Nullable Long raiseAfterSeconds,
        @Nullable Long clearAfterSeconds,
        @Nullable Long maxGapSeconds) {

    /** JSON may hold a null where a level belongs; then everything of that level is missing. */
    RuleEdit {
        levels = levels == null
                ? null
                : levels.stream()
                        .map(level -> level == null ? new LevelEdit(null, null, null, null) : level)
                        .toList();
    }

    /**
     * What a rule makes of readings.
     *
     * @param kind {@code threshold}, {@code rate-of-change} in an hour, {@code no-data} for so many seconds,
     *     {@code restart-seen} so often, {@code disk-full} within so many seconds, or {@code habit}: so many times the
     *     usual spread from what is usual at this hour of the week
     * @param metric name of the metric; not for {@code restart-seen} and {@code disk-full}
     * @param side {@code high} or {@code low}: which values are trouble, or whether growing or falling is
     * @param agreeing so many of the newest {@code ofLast} readings must agree; 1 of 1 when left out
     * @param overSeconds the time over which change is measured, restarts are counted or a habit is formed (21 to 56
     *     days)
     */
    record LooksAt(
            @Nullable String kind,
            @Schema(nullable = true) @Nullable String metric,
            @Schema(nullable = true) @Nullable String side,
            @Schema(nullable = true) @Nullable Integer agreeing,
            @Schema(nullable = true) @Nullable Integer ofLast,
            @Schema(nullable = true) @Nullable Long overSeconds) {}

    /**
     * @param severity {@code info}, {@code warning} or {@code critical}
     * @param raiseAt a value of this or more is trouble, in the unit of the metric; on the low side of this or less
     * @param clearBelow a value of less than this is calm; on the low side of more than this
     * @param freeAtMost of file systems: only while no more bytes than this are free
     */
    record LevelEdit(
            @Nullable String severity,
            @Schema(nullable = true) @Nullable Double raiseAt,
            @Schema(nullable = true) @Nullable Double clearBelow,
            @Schema(nullable = true) @Nullable Double freeAtMost) {

        LevelEdit(@Nullable String severity, @Nullable Double raiseAt, @Nullable Double clearBelow) {
            this(severity, raiseAt, clearBelow, null);
        }
    }
}
