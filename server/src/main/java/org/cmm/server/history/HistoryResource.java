package org.cmm.server.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** History for programs, and for the charts on the pages. */
@Path("/api/v1/servers/{code}/history")
@Tag(name = "history")
@Singleton
class HistoryResource {

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
    public Chart chart(@PathParam("code") String code, @BeanParam PointsQuery query) {
        Server server = servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '" + code + "'")
                .exception());
        Instant now = clock.instant();
        Comparisons.Wish wish = query.wish(List.of(server), now);
        return charts.draw(
                new ChartQuery.Request(server.id(), wish.metrics(), wish.from(), wish.to(), wish.points(), now));
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
