package org.cmm.server.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.InstantSource;
import java.util.List;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** History of several servers beside each other: what the page of history draws, and the same as a file. */
@Path("/api/v1/history")
@Tag(name = "history")
@Singleton
@RunOnVirtualThread
class ComparisonResource {

    private final Comparisons comparisons;
    private final Listing listing;
    private final InstantSource clock;

    ComparisonResource(Comparisons comparisons, Listing listing, InstantSource clock) {
        this.comparisons = comparisons;
        this.listing = listing;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Some metrics of one to ten servers over a span, as minimum, mean and maximum of each point")
    public Comparison comparison(
            @Parameter(description = "Codes of servers, one to ten", example = "srv-001") @QueryParam("server")
                    List<String> servers,
            @BeanParam PointsQuery query) {
        return of(servers, query);
    }

    @GET
    @Path("/file")
    @RolesAllowed("viewer")
    @Produces(Csv.TYPE)
    @Operation(
            summary =
                    "The same as CSV: a row for each point of each series, with empty cells where nothing was measured")
    @APIResponse(
            responseCode = "200",
            description = "Rows with a heading; times are the start of each point in UTC",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public String file(
            @Parameter(description = "Codes of servers, one to ten", example = "srv-001") @QueryParam("server")
                    List<String> servers,
            @BeanParam PointsQuery query) {
        return ComparisonFile.csv(of(servers, query));
    }

    private Comparison of(List<String> servers, PointsQuery query) {
        List<String> codes = servers.stream().distinct().toList();
        if (codes.isEmpty() || codes.size() > Comparisons.MOST_SERVERS) {
            throw HistoryTimes.fault(
                    "server", "name 1 to %d servers, each as 'server=CODE'".formatted(Comparisons.MOST_SERVERS));
        }
        return comparisons.of(query.wish(codes.stream().map(this::server).toList(), clock.instant()));
    }

    private Server server(String code) {
        return listing.servers().stream()
                .filter(server -> server.code().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> HistoryTimes.fault("server", "there is no server '%.40s'".formatted(code)));
    }
}
