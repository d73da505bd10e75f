package org.cmm.server.incident;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.server.alert.FilterCheck;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Incidents for programs. */
@Path("/api/v1/incidents")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "incident")
@Singleton
class IncidentResource {

    private final IncidentHistory incidents;
    private final IncidentTimeline timeline;
    private final IncidentActions actions;
    private final Jdbi jdbi;
    private final Servers servers;
    private final Listing listing;
    private final DrillTimes drills;
    private final SecurityIdentity identity;

    IncidentResource(
            IncidentHistory incidents,
            IncidentTimeline timeline,
            IncidentActions actions,
            Jdbi jdbi,
            Servers servers,
            Listing listing,
            DrillTimes drills,
            SecurityIdentity identity) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.actions = actions;
        this.jdbi = jdbi;
        this.servers = servers;
        this.listing = listing;
        this.drills = drills;
        this.identity = identity;
    }

    /** @param until when it is forgotten; left out: never */
    @Schema(examples = """
            {"until": "2026-11-29T18:00:00Z"}""")
    record Until(@Nullable Instant until) {}

    @Schema(examples = """
            {"text": "The disk was cleaned; a larger one is ordered."}""")
    record Note(@Nullable String text) {}

    /** @param user name; left out or empty for nobody */
    @Schema(examples = """
            {"user": "Awa Ngo Bassong"}""")
    record Assignee(@Nullable String user) {}

    /** @param ids at most 500 */
    @Schema(examples = """
            {"ids": [211, 212]}""")
    record Several(@Nullable List<@Nullable Long> ids) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Incidents, newest first; follow 'next' as 'cursor' for more")
    public ListPage<IncidentView> incidents(
            @BeanParam ApiQuery query,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        FilterCheck check = new FilterCheck(servers, listing);
        IncidentFilter filter = query.query().filter(check);
        check.refuseFaults();
        List<IncidentRecord> found = incidents.list(filter, Cursor.before(cursor), limit.andOneMore());
        return ListPage.of(found, limit, incident -> Cursor.at(incident.id())).map(it -> view(it, null, null));
    }

    /** What the list may be narrowed to. */
    record ApiQuery(
            @Parameter(description = "open, over or all") @QueryParam("state") @DefaultValue("open")
            String state,

            @Parameter(description = "Code of a server that is part of it; empty for every one")
            @QueryParam("server")
            @DefaultValue("")
            String server,

            @Parameter(description = "info, warning or critical; empty for every one")
            @QueryParam("severity")
            @DefaultValue("")
            String severity,

            @Parameter(description = "Number of the site; empty for every one") @QueryParam("site") @DefaultValue("")
            String site,

            @Parameter(description = "Name of the user whose they are; empty for every one")
            @QueryParam("assignee")
            @DefaultValue("")
            String assignee) {

        IncidentQuery query() {
            return new IncidentQuery(state, server, severity, site, assignee, "");
        }
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One incident with its timeline and the numbers of its alerts")
    public IncidentView one(@PathParam("id") long id) {
        IncidentRecord found = incidents.find(id).orElseThrow(() -> Problem.notFound("there is no incident " + id)
                .exception());
        List<IncidentView.Line> lines = jdbi.withHandle(db -> timeline.of(db, id)).stream()
                .map(IncidentView.Line::of)
                .toList();
        return view(found, lines, incidents.alerts(id));
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed("technician")
    @Operation(
            summary = "Say that somebody knows; with 'until' it is forgotten then, should the trouble still be there")
    public IncidentView acknowledge(@PathParam("id") long id, @Nullable Until until) {
        actions.acknowledge(id, by(), Optional.ofNullable(until).map(Until::until));
        return one(id);
    }

    @POST
    @Path("/acknowledge")
    @RolesAllowed("technician")
    @Operation(
            summary = "Acknowledge several at once, all or none; those that somebody knows of already stay as they are")
    @APIResponse(responseCode = "204", description = "Somebody knows of all of them")
    public void acknowledgeAll(@Nullable Several several) {
        List<Long> ids = Optional.ofNullable(several).map(Several::ids).orElse(List.of()).stream()
                .<Long>mapMulti((id, kept) -> {
                    if (id != null) {
                        kept.accept(id);
                    }
                })
                .toList();
        if (ids.isEmpty() || ids.size() > 500) {
            throw Problem.badRequest("missing-ids", "'ids' must have 1 to 500 numbers of incidents")
                    .exception();
        }
        actions.acknowledge(ids, by());
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed("technician")
    @Operation(summary = "Say that somebody works on it")
    public IncidentView start(@PathParam("id") long id) {
        actions.start(id, by());
        return one(id);
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("technician")
    @Operation(summary = "Say whose it is")
    public IncidentView assign(@PathParam("id") long id, @Nullable Assignee assignee) {
        actions.assign(
                id, by(), Optional.ofNullable(assignee).map(Assignee::user).orElse(""));
        return one(id);
    }

    @POST
    @Path("/{id}/snooze")
    @RolesAllowed("technician")
    @Operation(summary = "Send no notices of it until then, unless it gets worse")
    public IncidentView snooze(@PathParam("id") long id, @Nullable Until until) {
        Instant end = Optional.ofNullable(until).map(Until::until).orElseThrow(() -> Problem.badRequest(
                        "missing-until", "'until' must be given")
                .exception());
        actions.snooze(id, by(), end);
        return one(id);
    }

    @POST
    @Path("/{id}/note")
    @RolesAllowed("technician")
    @Operation(summary = "Write something into its timeline")
    public IncidentView note(@PathParam("id") long id, @Nullable Note note) {
        actions.note(id, by(), Optional.ofNullable(note).map(Note::text).orElse(""));
        return one(id);
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("technician")
    @Operation(summary = "End it for good, with every alert of it that still fires")
    public IncidentView close(@PathParam("id") long id) {
        actions.close(id, by());
        return one(id);
    }

    private String by() {
        return identity.getPrincipal().getName();
    }

    private @Nullable Integer drill(IncidentRecord it) {
        Integer server = it.server();
        if (server == null) {
            return null;
        }
        int drill =
                DrillTimes.latest(drills.around(List.of(it.openedAt())), time -> time.causes(server, it.openedAt()));
        return drill == 0 ? null : drill;
    }

    private IncidentView view(
            IncidentRecord it, @Nullable List<IncidentView.Line> timelineLines, @Nullable List<Long> alerts) {
        return new IncidentView(
                it.id(),
                Optional.ofNullable(it.server())
                        .flatMap(listing::server)
                        .map(Server::code)
                        .orElse(null),
                listing.site(it.site()).map(Site::name).orElse(null),
                Spelling.of(it.stage()),
                Spelling.of(it.severity()),
                Spelling.of(it.worst()),
                it.openedAt(),
                it.resolvedAt(),
                it.acknowledgedBy(),
                it.acknowledgedUntil(),
                it.snoozedUntil(),
                it.flapping(),
                it.assignee(),
                it.alerts(),
                it.firing(),
                it.machineCount(),
                it.machines().stream()
                        .flatMap(id -> listing.server(id).stream())
                        .map(Server::code)
                        .toList(),
                drill(it),
                timelineLines,
                alerts);
    }
}
