package org.cmm.server.alert;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a rule to be from now on. Everything is to be said; {@link RuleCheck} finds what is missing.
 *
 * @param levels from least to most severe; of the rule about silence its one severity, without thresholds
 * @param raiseAfterSeconds how long trouble lasts before an alert is raised; for silence, how long it is
 * @param clearAfterSeconds how long calm lasts before an alert is cleared; not for silence
 * @param maxGapSeconds between readings farther apart than this nobody knows what happened; not for silence
 */
@Schema(
        requiredProperties = {"enabled", "levels", "raiseAfterSeconds"},
        example = """
                {"enabled": true, "levels": [{"severity": "warning", "raiseAt": 0.9, "clearBelow": 0.85}],
                 "raiseAfterSeconds": 300, "clearAfterSeconds": 900, "maxGapSeconds": 600}""")
record RuleEdit(
        @Nullable Boolean enabled,
        @Nullable List<LevelEdit> levels,
        @Nullable Long raiseAfterSeconds,
        @Nullable Long clearAfterSeconds,
        @Nullable Long maxGapSeconds) {

    /** JSON may hold a null where a level belongs; then everything of that level is missing. */
    RuleEdit {
        levels = levels == null
                ? null
                : levels.stream()
                        .map(level -> level == null ? new LevelEdit(null, null, null) : level)
                        .toList();
    }

    /**
     * @param severity {@code info}, {@code warning} or {@code critical}
     * @param raiseAt a value of this or more is trouble, in the unit of the metric
     * @param clearBelow a value of less than this is calm
     */
    record LevelEdit(
            @Nullable String severity,
            @Schema(nullable = true) @Nullable Double raiseAt,
            @Schema(nullable = true) @Nullable Double clearBelow) {}
}
