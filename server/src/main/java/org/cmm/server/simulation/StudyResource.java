package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.simulation.Studies.Begun;
import org.cmm.server.simulation.Studies.Point;
import org.cmm.server.simulation.Studies.Stored;
import org.cmm.server.simulation.StudyReader.Asked;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sweeps and sensitivities for programs. */
@Path("/api/v1/experiments/studies")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "experiment")
@Singleton
@RunOnVirtualThread
class StudyResource {

    private static final String SWEEP = """
            {"experiment": 7, "kind": "sweep", "replications": 40,
             "axes": [{"path": "reporting.delay", "values": ["1 h", "4 h", "8 h"]},
                      {"path": "machines[0].parts[5].life", "values": ["× 0.5", "× 1", "× 2"]}]}""";

    private static final String TORNADO = """
            {"experiment": 7, "kind": "tornado", "factor": 1.5, "replications": 40}""";

    private final Experiments experiments;
    private final Studies studies;
    private final StudyNumbers numbers;
    private final Visitor visitor;

    StudyResource(Experiments experiments, Studies studies, StudyNumbers numbers, Visitor visitor) {
        this.experiments = experiments;
        this.studies = studies;
        this.numbers = numbers;
        this.visitor = visitor;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Sweeps and tornados, newest first; follow 'next' as 'cursor' for more")
    public ListPage<StudyView> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        return ListPage.of(
                        studies.list(Cursor.before(cursor), limit.andOneMore()), limit, study -> Cursor.at(study.id()))
                .map(StudyView::listed);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One study: its points, which experiment runs each, and the hours down that each has found")
    public StudyView one(@PathParam("id") int id) {
        Stored stored = known(id);
        List<Point> points = studies.points(id);
        return StudyView.of(stored, points, points.stream().map(numbers::of).toList());
    }

    @POST
    @RolesAllowed("technician")
    @Operation(
            summary =
                    "Run an experiment again with other values: each, or each pair, of a sweep; each parameter smaller and larger of a tornado. 'file' takes the place of 'experiment' for one that is not there")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = {
                                @ExampleObject(name = "Sweep", value = SWEEP),
                                @ExampleObject(name = "Tornado", value = TORNADO)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The study, whose experiments wait for their turns",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StudyView.class)))
    @APIResponse(responseCode = "409", description = "Too many studies are waiting and running")
    public Response run(@Nullable String body) {
        if (body == null || body.isBlank()) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        StudyReader reader = new StudyReader(id ->
                experiments.find(id).filter(known -> known.removedAt() == null).map(StoredExperiment::read));
        return switch (reader.read(body)) {
            case Asked.Faulty(var faults) -> throw FaultProblems.of(faults, visitor.language());
            case Asked.Sound(var base, var study) ->
                switch (study.points(base)) {
                    case Study.Points.Faulty(var value, var faults) -> throw refused("axes", fault(value, faults));
                    case Study.Points.Sound(var files) -> begin(base, study, files);
                };
        };
    }

    private Response begin(ExperimentFile base, Study study, List<ExperimentFile> files) {
        return switch (studies.begin(base, study, files, visitor.name())) {
            case Begun.Number(int id) ->
                Response.created(URI.create("/api/v1/experiments/studies/" + id))
                        .entity(StudyView.listed(known(id)))
                        .build();
            case Begun.TooLarge(double times) ->
                throw refused("replications", messages().tooLarge("%.1f".formatted(times)));
            case Begun.TooMany() ->
                throw Problem.conflict("too-many", messages().tooMany(Integer.toString(Studies.MOST_UNFINISHED)))
                        .exception();
        };
    }

    private String fault(String value, List<FileFault> faults) {
        FileFault first = faults.getFirst();
        return messages().faultPoint(value, visitor.language() == Language.FRENCH ? first.french() : first.english());
    }

    private static RuntimeException refused(String field, String words) {
        return Problem.invalid(List.of(new FieldFault(field, words))).exception();
    }

    private StudyMessages messages() {
        return MessageBundles.get(
                StudyMessages.class, Localized.Literal.of(visitor.language().code()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("technician")
    @Operation(summary = "Cancel a study; the points that are done stay")
    public StudyView cancel(@PathParam("id") int id) {
        if (known(id).isOver()) {
            throw Problem.conflict("over", "study %d is over".formatted(id)).exception();
        }
        studies.cancel(id);
        return StudyView.listed(known(id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("technician")
    @Operation(summary = "Remove a study and its experiments; people can restore it for 30 days")
    public void remove(@PathParam("id") int id) {
        known(id);
        studies.remove(id);
    }

    private Stored known(int id) {
        return studies.find(id)
                .filter(study -> study.removedAt() == null)
                .orElseThrow(() -> Problem.notFound("there is no study " + id).exception());
    }
}
