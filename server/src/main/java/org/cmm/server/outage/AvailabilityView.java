package org.cmm.server.outage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Cause.Counts;
import org.cmm.core.outage.Tally;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much of a time machines were there, as programs see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Availability")
record AvailabilityView(
        @Schema(description = "0 to 1: up against up and down; left out where nothing counts") @Nullable
        Double availability,

        long watchedSeconds,
        long upSeconds,

        @Schema(description = "Lost to power, link, crash and unknown causes")
        long downSeconds,

        @Schema(description = "Planned work and sleep") long plannedSeconds,

        @Schema(description = "CMM was down, or the agent was stopped: neither up nor down")
        long unseenSeconds,

        @Schema(description = "Seconds by cause; the seconds up beside them make the time watched")
        Map<String, Long> secondsByCause,

        @Schema(description = "Outages that began in the period by cause")
        Map<String, Integer> outagesByCause,

        int failures,

        @Schema(description = "Mean time between failures; left out without a failure") @Nullable
        Long mtbfSeconds,

        @Schema(description = "Mean time to repair of the failures that ended in the period; left out without one")
        @Nullable
        Long mttrSeconds) {

    static AvailabilityView of(Tally tally) {
        Map<String, Long> seconds = new TreeMap<>();
        Map<String, Integer> outages = new TreeMap<>();
        Arrays.stream(Cause.values()).forEach(cause -> {
            seconds.put(Spelling.of(cause), tally.lostTo(cause).toSeconds());
            outages.put(Spelling.of(cause), tally.failures(cause));
        });
        return new AvailabilityView(
                tally.availability().orElse(null),
                tally.watched().toSeconds(),
                tally.up().toSeconds(),
                tally.lostTo(Counts.DOWN).toSeconds(),
                tally.lostTo(Counts.PLANNED).toSeconds(),
                tally.lostTo(Counts.UNSEEN).toSeconds(),
                seconds,
                outages,
                tally.allFailures(),
                tally.betweenFailures().map(Duration::toSeconds).orElse(null),
                tally.toRepair().map(Duration::toSeconds).orElse(null));
    }
}
