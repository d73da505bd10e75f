package org.cmm.server.history;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Csv;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Samples as they were measured, for programs and spreadsheets. */
@Path("/api/v1/servers/{code}/samples")
@Tag(name = "history")
@Singleton
@RunOnVirtualThread
class RawResource {

    static final String LINES = "application/x-ndjson";

    private static final Duration USUAL = Duration.ofDays(1);
    private static final int AT_A_TIME = 8;
    private static final Duration BUSY = Duration.ofSeconds(30);

    /** Each reads the disk for as long as its reader's line is slow. */
    private final Semaphore places = new Semaphore(AT_A_TIME);

    private final RawFiles files;
    private final Servers servers;
    private final InstantSource clock;

    RawResource(RawFiles files, Servers servers, InstantSource clock) {
        this.files = files;
        this.servers = servers;
        this.clock = clock;
    }

    /** What both forms are asked for. */
    record Query(
            @Parameter(description = "Names of metrics; all of them without it", example = "system.cpu.utilization")
            @QueryParam("metric")
            List<String> metrics,

            @Parameter(description = "Begin, such as 2026-11-23T10:00:00Z; a day before the end without it")
            @QueryParam("from")
            @Nullable
            String from,

            @Parameter(description = "End, not within; now without it") @QueryParam("to") @Nullable
            String to) {}

    @GET
    @RolesAllowed("viewer")
    @Produces(LINES)
    @Operation(
            summary = "A server's samples as they were measured, one JSON object a line, oldest first",
            description = "Each line has the form of a sample of POST /api/v1/samples: {\"at\": …, \"values\": {…}}.")
    @APIResponse(
            responseCode = "200",
            description = "Lines, as many as there are samples; values are by the text of their series",
            content = @Content(mediaType = LINES, schema = @Schema(implementation = String.class)))
    public Response lines(@PathParam("code") String code, @BeanParam Query query) {
        Server server = server(code);
        RawFiles.Wish wish = wish(server, query);
        return sent(out -> files.lines(wish, out), LINES, server.code() + ".jsonl");
    }

    @GET
    @Path("/file")
    @RolesAllowed("viewer")
    @Produces(Csv.TYPE)
    @Operation(summary = "The same as CSV: a row for each sample, a column for each series of the span")
    @APIResponse(
            responseCode = "200",
            description = "Rows with a heading; times in UTC; a cell is empty where nothing was measured",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response file(@PathParam("code") String code, @BeanParam Query query) {
        Server server = server(code);
        RawFiles.Wish wish = wish(server, query);
        return sent(out -> files.csv(wish, out), Csv.TYPE, server.code() + ".csv");
    }

    private Server server(String code) {
        return servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                .exception());
    }

    private RawFiles.Wish wish(Server server, Query query) {
        HistoryTimes times = HistoryTimes.of(query.from(), query.to(), USUAL, clock.instant());
        return new RawFiles.Wish(server.id(), HistoryTimes.known(query.metrics()), times.from(), times.to());
    }

    private Response sent(StreamingOutput writing, String type, String name) {
        if (places.availablePermits() == 0) {
            throw Problem.of(503, "busy", "Too much is being fetched", "wait until another export has ended")
                    .exception(BUSY);
        }
        // Taken only when something is written, which for HEAD never happens
        StreamingOutput sending = out -> {
            places.acquireUninterruptibly();
            try {
                writing.write(out);
            } finally {
                places.release();
            }
        };
        return Response.ok(sending, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .build();
    }
}
