package org.cmm.server.drill;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.cmm.protocol.DrillConsent;
import org.cmm.server.access.Visitor;
import org.cmm.server.fleet.Listing;
import org.cmm.server.platform.Csv;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Drills for programs. */
@Path("/api/v1/drills")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "drill")
@Singleton
class DrillResource {

    private final Drills drills;
    private final DrillTable table;
    private final DrillRecords records;
    private final TestBench bench;
    private final Listing listing;
    private final Visitor visitor;
    private final InstantSource clock;

    DrillResource(
            Drills drills,
            DrillTable table,
            DrillRecords records,
            TestBench bench,
            Listing listing,
            Visitor visitor,
            InstantSource clock) {
        this.drills = drills;
        this.table = table;
        this.records = records;
        this.bench = bench;
        this.listing = listing;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * A test machine for programs.
     *
     * @param faults that its agent allows, empty while it allows none
     * @param seconds the longest drill that it allows
     * @param percent the strongest
     */
    @Schema(name = "TestMachine")
    record TestMachine(String server, List<String> faults, int seconds, int percent) {
        static TestMachine of(TestBench.Place place) {
            DrillConsent consent = place.consent().orElse(new DrillConsent(List.of(), 0, 0, ""));
            return new TestMachine(place.server().code(), consent.faults(), consent.seconds(), consent.percent());
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Drills, newest first; follow 'next' as 'cursor' for more")
    public ListPage<DrillView> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        Instant now = clock.instant();
        List<Drill> found = table.list(Cursor.before(cursor), limit.andOneMore());
        return ListPage.of(found, limit, drill -> Cursor.at(drill.id()))
                .map(drill -> DrillView.of(drill, listing, now));
    }

    @GET
    @Path("/machines")
    @RolesAllowed("viewer")
    @Operation(summary = "Test machines and what their agents allow")
    public List<TestMachine> machines() {
        return bench.places().stream().map(TestMachine::of).toList();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One drill")
    public DrillView one(@PathParam("id") int id) {
        return DrillView.of(known(id), listing, clock.instant());
    }

    @GET
    @Path("/{id}/record")
    @RolesAllowed("viewer")
    @Operation(summary = "What came of a drill: its steps, its delays and what it moved")
    public RecordView kept(@PathParam("id") int id) {
        return RecordView.of(records.of(known(id)));
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed("viewer")
    @Produces(Csv.TYPE)
    @Operation(summary = "The same as CSV, in order of time")
    @APIResponse(
            responseCode = "200",
            description = "Rows with a heading",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public String file(@PathParam("id") int id) {
        RecordView view = RecordView.of(records.of(known(id)));
        Csv csv = new Csv().row("kind", "what", "time", "value", "expected least s", "expected most s");
        view.steps().forEach(step -> csv.row("step", step.what(), step.at(), "", "", ""));
        view.delays()
                .forEach(delay -> csv.row(
                        "delay s",
                        delay.between(),
                        "",
                        cell(delay.measured()),
                        cell(delay.least()),
                        cell(delay.most())));
        view.readings().forEach(reading -> csv.row("reading", view.series(), reading.at(), reading.value(), "", ""));
        return csv.toString();
    }

    @POST
    @RolesAllowed("technician")
    @Operation(summary = "Order a drill on a test machine whose agent allows it")
    @APIResponse(
            responseCode = "201",
            description = "The drill; its agent begins it with its next delivery, or refuses it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrillView.class)))
    @APIResponse(responseCode = "409", description = "Another drill of this machine is not over")
    public Response order(@Nullable DrillWish wish) {
        if (wish == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        DrillCheck check = new DrillCheck(DrillWords.messages(visitor.language()), bench);
        DrillCheck.Checked wanted = check.check(wish)
                .orElseThrow(() -> Problem.invalid(check.faults()).exception());
        int id = drills.order(wanted, visitor.name()).orElseThrow(() -> Problem.conflict(
                        "drill-goes-on", DrillWords.messages(visitor.language()).faultBusy())
                .exception());
        return Response.created(URI.create("/api/v1/drills/" + id))
                .entity(one(id))
                .build();
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed("technician")
    @Operation(summary = "Abort a drill; its agent stops within seconds, after a downtime when that is over")
    public DrillView stop(@PathParam("id") int id) {
        known(id);
        if (!drills.stop(id, visitor.name())) {
            throw Problem.conflict("already-over", "drill %d is over or was aborted before".formatted(id))
                    .exception();
        }
        return one(id);
    }

    private static Object cell(@Nullable Double seconds) {
        return seconds == null ? "" : seconds;
    }

    private Drill known(int id) {
        return table.find(id)
                .orElseThrow(() -> Problem.notFound("there is no drill " + id).exception());
    }
}
