package org.cmm.server.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** History for programs, and for the charts on the pages. */
@Path("/api/v1/servers/{code}/history")
@Tag(name = "history")
@Singleton
class HistoryResource {

    private static final int MOST_POINTS = 2_000;

    private final ChartQuery charts;
    private final Servers servers;
    private final InstantSource clock;

    HistoryResource(ChartQuery charts, Servers servers, InstantSource clock) {
        this.charts = charts;
        this.servers = servers;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Some metrics of one server over a span, as minimum, mean and maximum of each point")
    public Chart chart(
            @PathParam("code") String code,
            @Parameter(
                            description = "Names of metrics; the processor's utilization without it",
                            example = "system.cpu.utilization")
                    @QueryParam("metric")
                    List<String> metrics,
            @Parameter(description = "Begin, such as 2026-11-23T10:00:00Z; an hour before the end without it")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "End; now without it") @QueryParam("to") @Nullable String to,
            @Parameter(description = "At most so many points, 1 to 2000") @QueryParam("points") @DefaultValue("600")
                    int points) {
        Server server = servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '" + code + "'")
                .exception());
        HistoryTimes times = HistoryTimes.of(from, to, Duration.ofHours(1), clock.instant());
        if (points < 1 || points > MOST_POINTS) {
            throw HistoryTimes.fault("points", "'points' must be 1 to " + MOST_POINTS + ", was " + points);
        }
        Set<String> known = HistoryTimes.known(metrics);
        return charts.draw(new ChartQuery.Request(
                server.id(),
                known.isEmpty() ? Set.of(Metrics.CPU_UTILIZATION.name()) : known,
                times.from(),
                times.to(),
                points,
                clock.instant()));
    }

    static String unknown(String name) {
        return "unknown metric '%.60s'%s"
                .formatted(
                        name,
                        Metrics.nearest(name)
                                .map(Metric::name)
                                .map(near -> ": did you mean '" + near + "'?")
                                .orElse(""));
    }
}
