package org.cmm.server.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Steps of the escalation for programs. */
@Path("/api/v1/on-call/steps")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notify")
@Singleton
@RolesAllowed("admin")
class StepResource {

    /** How the form calls what is called so here. */
    private static final Map<String, String> FIELDS =
            Map.of("after", "afterMinutes", "lowest", "lowestSeverity", "target", "person");

    private final EscalationSteps steps;
    private final OnCallForms forms;
    private final OnCallChanges changes;
    private final OnCallNames names;

    StepResource(EscalationSteps steps, OnCallForms forms, OnCallChanges changes, OnCallNames names) {
        this.steps = steps;
        this.forms = forms;
        this.changes = changes;
        this.names = names;
    }

    /**
     * A step of the escalation.
     *
     * @param site number; left out for sites without steps of their own
     * @param person name; left out when it is a group
     * @param group number; left out when it is a person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepEntry(
            int id,
            @Nullable Integer site,
            String lowestSeverity,
            long afterMinutes,
            @Nullable String person,
            @Nullable Integer group) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Who is told when nobody acknowledges, by site and time")
    public ListPage<StepEntry> all() {
        return ListPage.whole(steps.all().stream().map(this::entry).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One step of the escalation")
    public StepEntry one(@PathParam("id") int id) {
        return steps.all().stream()
                .filter(step -> step.id() == id)
                .findFirst()
                .map(this::entry)
                .orElseThrow(() -> unknown(id));
    }

    @POST
    @Operation(summary = "Add a step: who is told when nobody has acknowledged for so long")
    @APIResponse(
            responseCode = "201",
            description = "The step",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = StepEntry.class)))
    public Response add(@Nullable StepBody body) {
        OnCallForms.StepRead read = forms.step(Bodies.required(body).form(names.numbers()));
        if (read.step().isEmpty()) {
            List<FieldFault> faults = read.faults().stream()
                    .map(fault -> new FieldFault(FIELDS.getOrDefault(fault.field(), fault.field()), fault.detail()))
                    .toList();
            throw Problem.invalid(faults).exception();
        }
        int id = changes.add(read.step().get());
        return Response.created(URI.create("/api/v1/on-call/steps/" + id))
                .entity(one(id))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a step of the escalation")
    public void remove(@PathParam("id") int id) {
        if (!changes.removeStep(id)) {
            throw unknown(id);
        }
    }

    private static RuntimeException unknown(int id) {
        return Problem.notFound("there is no step " + id).exception();
    }

    private StepEntry entry(EscalationStep step) {
        return new StepEntry(
                step.id(),
                step.site().orElse(null),
                Spelling.of(step.lowest()),
                step.after().toMinutes(),
                step.user().map(names::name).orElse(null),
                step.group().orElse(null));
    }
}
