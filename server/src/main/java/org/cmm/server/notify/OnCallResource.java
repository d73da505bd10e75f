package org.cmm.server.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Groups, whose week it is and who stands in, for programs. */
@Path("/api/v1/on-call/groups")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notify")
@Singleton
@RolesAllowed("admin")
class OnCallResource {

    private static final String PATH = "/api/v1/on-call/groups/";

    private final Groups groups;
    private final OnCallForms forms;
    private final OnCallChanges changes;
    private final OnCallNames names;
    private final Wording wording;
    private final InstantSource clock;

    OnCallResource(
            Groups groups,
            OnCallForms forms,
            OnCallChanges changes,
            OnCallNames names,
            Wording wording,
            InstantSource clock) {
        this.groups = groups;
        this.forms = forms;
        this.changes = changes;
        this.names = names;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A group.
     *
     * @param rotates whether its people take turns by ISO week; otherwise all of them are told
     * @param first a day of the week that the first of them has
     * @param zone in which weeks begin
     * @param people names, in turn
     * @param now names of those who are told now
     */
    record GroupEntry(
            int id,
            String name,
            boolean rotates,
            LocalDate first,
            String zone,
            List<String> people,
            List<String> now,
            List<StandInEntry> standIns) {}

    /**
     * Somebody who takes over days.
     *
     * @param person name
     * @param until last day, included
     */
    record StandInEntry(int id, String person, LocalDate from, LocalDate until) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Groups with whoever is on call now, by name")
    public ListPage<GroupEntry> all() {
        return ListPage.whole(groups.all().stream().map(this::entry).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One group")
    public GroupEntry one(@PathParam("id") int id) {
        return entry(known(id));
    }

    @POST
    @Operation(summary = "Add a group whose people take turns, or are told together")
    @APIResponse(
            responseCode = "201",
            description = "The group",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupEntry.class)))
    public Response add(@Nullable GroupBody body) {
        int id = changes.save(0, checked(Bodies.required(body), 0));
        return Response.created(URI.create(PATH + id)).entity(one(id)).build();
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a group; its stand-ins stay")
    public GroupEntry change(@PathParam("id") int id, @Nullable GroupBody body) {
        GroupBody wanted = Bodies.required(body);
        known(id);
        changes.save(id, checked(wanted, id));
        return one(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a group, and the steps that lead to it")
    public void remove(@PathParam("id") int id) {
        changes.remove(known(id));
    }

    @POST
    @Path("/{id}/stand-ins")
    @Operation(summary = "Let somebody take over days of whoever has the week; the last one added wins")
    @APIResponse(
            responseCode = "201",
            description = "The group with its stand-ins",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GroupEntry.class)))
    public Response standIn(@PathParam("id") int id, @Nullable StandInBody body) {
        StandInBody wanted = Bodies.required(body);
        Group group = known(id);
        OnCallForms.StandInRead read = forms.standIn(wanted.form(names.numbers()));
        if (read.period().isEmpty()) {
            throw Problem.invalid(read.faults().stream()
                            .map(fault -> new FieldFault(
                                    fault.field().equals("user") ? "person" : fault.field(), fault.detail()))
                            .toList())
                    .exception();
        }
        int standIn = changes.standIn(group, read.period().get());
        return Response.created(URI.create(PATH + id + "/stand-ins/" + standIn))
                .entity(one(id))
                .build();
    }

    @DELETE
    @Path("/{id}/stand-ins/{standIn}")
    @Operation(summary = "End a stand-in")
    public void endStandIn(
            @PathParam("id") int id,
            @Parameter(description = "Its number, as its group tells it") @PathParam("standIn") int standIn) {
        if (!changes.endStandIn(known(id), standIn)) {
            throw Problem.notFound("group %d has no stand-in %d".formatted(id, standIn))
                    .exception();
        }
    }

    /** What is left out is a fault here, while a page always sends it. */
    private GroupDraft checked(GroupBody body, int id) {
        Map<String, Integer> known = names.numbers();
        OnCallForms.GroupRead read =
                forms.group(body.form(known, wording.institution().getId()), id);
        List<FieldFault> faults = new ArrayList<>(read.faults());
        if (body.rotates() == null) {
            faults.add(new FieldFault("rotates", "'rotates' must be true or false"));
        }
        body.unknown(known)
                .ifPresent(name -> faults.add(new FieldFault(
                        "people",
                        "'people' must name users who may log in, each once; '%.60s' is not one".formatted(name))));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return read.draft().orElseThrow();
    }

    private Group known(int id) {
        return groups.find(id)
                .orElseThrow(() -> Problem.notFound("there is no group " + id).exception());
    }

    private GroupEntry entry(Group group) {
        return new GroupEntry(
                group.id(),
                group.name(),
                group.rotates(),
                group.rota().first(),
                group.zone().getId(),
                names.names(group.rota().people()),
                names.names(group.reached(clock.instant())),
                group.standIns().stream()
                        .map(standIn -> new StandInEntry(
                                standIn.id(),
                                names.name(standIn.period().person()),
                                standIn.period().from(),
                                standIn.period().until()))
                        .toList());
    }
}
