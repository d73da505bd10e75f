package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.cmm.core.evidence.Evidence;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Csv;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.simulation.ExperimentFile.Read;
import org.cmm.server.simulation.Experiments.Begun;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Experiments for programs. */
@Path("/api/v1/experiments")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "experiment")
@Singleton
@RunOnVirtualThread
class ExperimentResource {

    private static final String EXAMPLE = """
            {"name": "One pump", "replications": 50,
             "sites": [{"name": "works", "machines": {"pump": 1}}],
             "machines": [{"name": "pump", "parts": [
               {"name": "seal", "life": {"law": "weibull", "shape": 2.5, "scale": "1000 h"},
                "repair": {"corrective": "8 h", "planned": "1 h"}}]}],
             "policies": [{"name": "reactive"}, {"name": "by age", "care": {"age": "393 h"}}]}""";

    private final Experiments experiments;
    private final FoundResults results;
    private final Visitor visitor;

    ExperimentResource(Experiments experiments, FoundResults results, Visitor visitor) {
        this.experiments = experiments;
        this.results = results;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Experiments, newest first; follow 'next' as 'cursor' for more")
    public ListPage<ExperimentView> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        List<StoredExperiment> found = experiments.list(Cursor.before(cursor), limit.andOneMore());
        return ListPage.of(found, limit, experiment -> Cursor.at(experiment.id()))
                .map(ExperimentView::listed);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One experiment: how far it is, its file, and what its replications tell of each policy")
    public ExperimentView one(@PathParam("id") int id) {
        StoredExperiment experiment = known(id);
        return ExperimentView.of(experiment, results.of(experiment));
    }

    @POST
    @RolesAllowed("technician")
    @Operation(summary = "Run an experiment in the background; its file is described in docs/experiments.md")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "One pump", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "The experiment, which waits for its turn",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ExperimentView.class)))
    public Response run(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        ExperimentFile file =
                switch (ExperimentFile.read(body)) {
                    case Read.Sound(var sound) -> sound;
                    case Read.Faulty(var faults) -> throw FaultProblems.of(faults, visitor.language());
                };
        return switch (experiments.begin(file, visitor.name())) {
            case Begun.Number(int id) ->
                Response.created(URI.create("/api/v1/experiments/" + id))
                        .entity(ExperimentView.listed(known(id)))
                        .build();
            case Begun.TooLarge(double times) ->
                throw Problem.invalid(List.of(new FieldFault(
                                "replications",
                                "this would simulate %.1f times as much as is allowed; take fewer replications, machines or years"
                                        .formatted(times))))
                        .exception();
            case Begun.TooMany() ->
                throw Problem.conflict(
                                "too-many",
                                "%d experiments are waiting and running already; wait until one is done, or cancel one"
                                        .formatted(Experiments.MOST_UNFINISHED))
                        .exception();
        };
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("technician")
    @Operation(summary = "Cancel an experiment; the replications that are done stay")
    public ExperimentView cancel(@PathParam("id") int id) {
        if (known(id).isOver()) {
            throw Problem.conflict("over", "experiment %d is over".formatted(id))
                    .exception();
        }
        experiments.cancel(id);
        return ExperimentView.listed(known(id));
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed("viewer")
    @Operation(summary = "An experiment as a file, to change it, to keep it, or to run it elsewhere")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response file(@PathParam("id") int id) {
        return download(known(id).file(), MediaType.APPLICATION_JSON, "experiment-%d.json".formatted(id));
    }

    @GET
    @Path("/{id}/replications")
    @RolesAllowed("viewer")
    @Operation(summary = "What each replication came to under each policy, as CSV")
    @APIResponse(
            responseCode = "200",
            description = "A line for each replication and policy",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public Response replications(@PathParam("id") int id) {
        StringBuilder text = new StringBuilder();
        results.of(known(id))
                .map(found -> Evidence.replications(found.file().scenario(), found.replications()))
                .ifPresent(file -> file.body().write(text::append));
        return download(text.toString(), Csv.TYPE, "experiment-%d.csv".formatted(id));
    }

    private static Response download(String text, String type, String name) {
        return Response.ok(text, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("technician")
    @Operation(summary = "Remove an experiment and its results; people can restore it for 30 days")
    public void remove(@PathParam("id") int id) {
        known(id);
        experiments.remove(id);
    }

    @GET
    @Path("/presets")
    @RolesAllowed("viewer")
    @Operation(summary = "Names of experiments to start from")
    public ListPage<String> presets() {
        return ListPage.whole(Presets.NAMES);
    }

    @GET
    @Path("/presets/{code}")
    @RolesAllowed("viewer")
    @Operation(summary = "An experiment to start from, as a file")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public ObjectNode preset(@PathParam("code") String preset) {
        return FileWriter.write(
                Presets.find(preset).orElseThrow(() -> Problem.notFound("there is no preset '%.40s'".formatted(preset))
                        .exception()));
    }

    private StoredExperiment known(int id) {
        return experiments
                .find(id)
                .filter(experiment -> experiment.removedAt() == null)
                .orElseThrow(
                        () -> Problem.notFound("there is no experiment " + id).exception());
    }
}
