package org.cmm.server.history;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cmm.core.metric.Metrics;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.WholeNumber;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which points a program asks for, of whichever servers. */
record PointsQuery(
        @Parameter(
                description = "Names of metrics; the processor's utilization without it",
                example = "system.cpu.utilization")
        @QueryParam("metric")
        List<String> metrics,

        @Parameter(description = "Begin, such as 2026-11-23T10:00:00Z; an hour before the end without it")
        @QueryParam("from")
        @Nullable
        String from,

        @Parameter(description = "End; now without it") @QueryParam("to") @Nullable
        String to,

        @Parameter(description = "At most so many points, 1 to 2000") @QueryParam("points") @DefaultValue("600")
        WholeNumber points) {

    private static final int MOST_POINTS = 2_000;
    private static final Duration USUAL = Duration.ofHours(1);

    /** @throws org.cmm.server.platform.ProblemException naming what is wrong */
    Comparisons.Wish wish(List<Server> servers, Instant now) {
        HistoryTimes times = HistoryTimes.of(from, to, USUAL, now);
        if (points.value() < 1 || points.value() > MOST_POINTS) {
            throw HistoryTimes.fault("points", "'points' must be 1 to " + MOST_POINTS + ", was " + points.value());
        }
        Set<String> known = HistoryTimes.known(metrics);
        return new Comparisons.Wish(
                servers,
                known.isEmpty() ? Set.of(Metrics.CPU_UTILIZATION.name()) : known,
                times.from(),
                times.to(),
                points.value());
    }
}
