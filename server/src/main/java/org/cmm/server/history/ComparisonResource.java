package org.cmm.server.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.InstantSource;
import org.cmm.server.fleet.Listing;
import org.cmm.server.platform.Csv;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
    public Comparison comparison(@BeanParam ComparisonQuery query) {
        return comparisons.of(query.wish(listing, clock.instant()));
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
    public String file(@BeanParam ComparisonQuery query) {
        return ComparisonFile.csv(comparisons.of(query.wish(listing, clock.instant())));
    }
}
