package org.cmm.server.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.cmm.protocol.Refusal;
import org.cmm.protocol.SampleBatch;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Samples by hand: the form that a person can post with curl. */
@Path("/api/v1/samples")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "history")
@Singleton
class SamplesResource {

    private final Servers servers;
    private final PostedRows rows;
    private final SampleWriter writer;
    private final InstantSource clock;
    private final IntakeFigures figures;

    SamplesResource(Servers servers, PostedRows rows, SampleWriter writer, InstantSource clock, IntakeFigures figures) {
        this.servers = servers;
        this.rows = rows;
        this.writer = writer;
        this.clock = clock;
        this.figures = figures;
    }

    /**
     * What became of the samples.
     *
     * @param accepted how many are on disk
     * @param refused the others, by their place in the request from 0, and why
     */
    public record Reply(int accepted, List<Refusal> refused) {}

    @POST
    @RolesAllowed("technician")
    @Operation(summary = "Hand in samples of one server; the answer comes when they are on disk")
    @APIResponseSchema(value = Reply.class, responseCode = "200", responseDescription = "On disk, but for those named")
    @APIResponse(responseCode = "404", description = "There is no such server")
    @APIResponse(responseCode = "409", description = "The server is out of watch")
    public Reply post(@Nullable PostedSamples posted) {
        if (posted == null || posted.server() == null || posted.samples() == null) {
            throw Problem.badRequest("missing-body", "the body needs 'server' and 'samples'; see /api/v1/docs")
                    .exception();
        }
        if (posted.samples().size() > SampleBatch.MAX_ROWS) {
            throw Problem.of(
                            413,
                            "batch-too-large",
                            "The batch is too large",
                            "at most %d samples at a time".formatted(SampleBatch.MAX_ROWS))
                    .exception();
        }
        return store(server(posted.server()), posted.samples());
    }

    private Server server(String code) {
        Server server = servers.byCode(code).orElseThrow(() -> Problem.notFound(
                        "there is no server '%.40s'; add it with POST /api/v1/servers or on the page of the fleet"
                                .formatted(code))
                .exception());
        if (server.retiredAt() != null) {
            throw Problem.conflict("server-retired", "'%s' is out of watch; restore it first".formatted(server.code()))
                    .exception();
        }
        return server;
    }

    private Reply store(Server server, List<JsonNode> samples) {
        List<Refusal> refused = new ArrayList<>();
        List<CompletableFuture<Void>> stored = new ArrayList<>();
        for (int row = 0; row < samples.size(); row++) {
            switch (rows.read(server.id(), samples.get(row), clock.millis())) {
                case PostedRows.Refused(String reason) -> refused.add(new Refusal(row, reason));
                case PostedRows.Read(SampleRows good) -> stored.add(submit(good));
            }
        }
        figures.refused(refused.size());
        stored.forEach(SamplesResource::await);
        return new Reply(stored.size(), refused);
    }

    private CompletableFuture<Void> submit(SampleRows good) {
        return switch (writer.submit(good)) {
            case Submission.Queued(var future) -> future;
            case Submission.Overloaded() -> throw BatchIntake.overloaded();
        };
    }

    private static void await(CompletableFuture<Void> stored) {
        try {
            stored.join();
        } catch (CompletionException e) {
            throw BatchIntake.notStored().exception();
        }
    }
}
