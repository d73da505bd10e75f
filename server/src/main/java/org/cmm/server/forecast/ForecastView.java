package org.cmm.server.forecast;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.cmm.core.forecast.Forecast.Quiet;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.forecast.Forecasts.Volume;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When a volume will be full, for programs.
 *
 * @param subject text of the series of its used share
 * @param asOf time of the sample that the forecast counts from
 * @param soonest left out when nothing is foretold, as the two after it are
 * @param quiet why nothing is foretold: {@code too-few-days}, {@code jumped}, {@code emptied}, {@code emptied-again},
 *     {@code steady} or {@code far}; left out otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(examples = """
        {"subject": "system.filesystem.utilization{system.filesystem.mountpoint=/home}", "asOf": "2026-11-29T07:50:00Z",
         "soonest": "2026-12-01T09:00:00Z", "likely": "2026-12-02T20:00:00Z", "latest": "2026-12-04T18:00:00Z"}""")
record ForecastView(
        String subject,
        Instant asOf,
        @Schema(nullable = true) @Nullable Instant soonest,
        @Schema(nullable = true) @Nullable Instant likely,
        @Schema(nullable = true) @Nullable Instant latest,
        @Schema(nullable = true) @Nullable String quiet) {

    static ForecastView of(Volume volume) {
        FullBetween full = volume.full().orElse(null);
        return new ForecastView(
                volume.subject().toString(),
                volume.asOf(),
                full == null ? null : full.soonest(),
                full == null ? null : full.likely(),
                full == null ? null : full.latest(),
                volume.forecast() instanceof Quiet(var why) ? Spelling.of(why) : null);
    }
}
