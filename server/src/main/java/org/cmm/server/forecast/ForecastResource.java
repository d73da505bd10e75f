package org.cmm.server.forecast;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Forecasts for programs. */
@Path("/api/v1/servers/{code}/forecasts")
@Tag(name = "history")
@Singleton
class ForecastResource {

    private final Forecasts forecasts;
    private final Servers servers;

    ForecastResource(Forecasts forecasts, Servers servers) {
        this.forecasts = forecasts;
        this.servers = servers;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary = "When each volume of a server will be full, as a time between two others, or why nothing can be"
                    + " foretold; made anew every hour from daily maxima")
    public ListPage<ForecastView> list(@PathParam("code") String code) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                        .exception());
        return ListPage.whole(
                forecasts.of(server.id()).stream().map(ForecastView::of).toList());
    }
}
