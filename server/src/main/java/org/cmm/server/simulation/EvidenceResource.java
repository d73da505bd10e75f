package org.cmm.server.simulation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.cmm.core.evidence.EvidenceFile;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An experiment's evidence, to be checked by somebody else. */
@Path("/api/v1/experiments/{id}/evidence")
@Tag(name = "experiment")
@Singleton
@RunOnVirtualThread
class EvidenceResource {

    private static final String ZIP = "application/zip";

    /** Events are made again for each bundle, which keeps a processor busy; others wait meanwhile. */
    private final Semaphore making = new Semaphore(1);

    private final Experiments experiments;
    private final FoundResults results;

    EvidenceResource(Experiments experiments, FoundResults results) {
        this.experiments = experiments;
        this.results = results;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "All that an experiment found, with what makes it again: parameters, replications, events, tables, plots, checksums")
    @APIResponse(
            responseCode = "200",
            description = "The bundle; the same experiment is the same bytes",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response evidence(@PathParam("id") int id) throws IOException {
        StoredExperiment experiment = experiments
                .find(id)
                .filter(found -> found.removedAt() == null)
                .orElseThrow(
                        () -> Problem.notFound("there is no experiment " + id).exception());
        FoundResults.Results found = results.of(experiment).orElseThrow(() -> Problem.conflict(
                        "no-results", "experiment %d has no results yet; wait for its replications".formatted(id))
                .exception());
        String name = "experiment-%d".formatted(id);
        return sent(made(EvidenceOf.run(found.file(), found.replications()), name), name);
    }

    /** As a file, so that whoever reads it slowly keeps nobody else from theirs. */
    private java.nio.file.Path made(List<EvidenceFile> files, String name) throws IOException {
        java.nio.file.Path bundle = Files.createTempFile("cmm-evidence", ".zip");
        making.acquireUninterruptibly();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(bundle))) {
            EvidenceZip.write(files, name, out);
            return bundle;
        } catch (IOException e) {
            Files.deleteIfExists(bundle);
            throw e;
        } finally {
            making.release();
        }
    }

    private static Response sent(java.nio.file.Path bundle, String name) throws IOException {
        StreamingOutput sending = out -> {
            try {
                Files.copy(bundle, out);
            } finally {
                Files.deleteIfExists(bundle);
            }
        };
        return Response.ok(sending, ZIP)
                .header(HttpHeaders.CONTENT_LENGTH, Files.size(bundle))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s.zip\"".formatted(name))
                .build();
    }
}
