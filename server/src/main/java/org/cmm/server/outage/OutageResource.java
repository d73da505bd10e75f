package org.cmm.server.outage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.cmm.core.outage.Span;
import org.cmm.server.access.Visitor;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.outage.OutageList.Place;
import org.cmm.server.outage.OutageList.Wanted;
import org.cmm.server.platform.Csv;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Outages for programs. */
@Path("/api/v1/outages")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "outage")
@Singleton
class OutageResource {

    private static final int MOST_IN_A_FILE = 100_000;

    private final OutageList list;
    private final Outages outages;
    private final Corrections corrections;
    private final Listing listing;
    private final DrillTimes drills;
    private final Visitor visitor;
    private final InstantSource clock;
    private final ZoneId institution;

    OutageResource(
            OutageList list,
            Outages outages,
            Corrections corrections,
            Listing listing,
            DrillTimes drills,
            Visitor visitor,
            InstantSource clock,
            Settings settings) {
        this.list = list;
        this.outages = outages;
        this.corrections = corrections;
        this.listing = listing;
        this.drills = drills;
        this.visitor = visitor;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Outages that overlap the period, with their causes, newest first")
    public ListPage<OutageView> outages(
            @BeanParam OutageQuery query,
            @Parameter(description = "Cause; empty for every one") @QueryParam("cause") @DefaultValue("") String cause,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        List<StoredOutage> found = list.below(place(cursor), wanted(query, cause), limit.andOneMore());
        return ListPage.of(found, limit, last -> new Cursor(last.gap().from().toString(), last.id()))
                .map(this::view);
    }

    @GET
    @Path("/file")
    @RolesAllowed("viewer")
    @Produces(Csv.TYPE)
    @Operation(summary = "The same as CSV, at most 100,000 of them")
    @APIResponse(
            responseCode = "200",
            description = "Rows with a heading",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public String file(
            @BeanParam OutageQuery query,
            @Parameter(description = "Cause; empty for every one") @QueryParam("cause") @DefaultValue("")
                    String cause) {
        Csv csv = new Csv()
                .row(
                        "server",
                        "name",
                        "from",
                        "until",
                        "seconds",
                        "cause",
                        "confidence",
                        "provisional",
                        "corrected by",
                        "note",
                        "drill");
        Instant now = clock.instant();
        List<StoredOutage> found = list.below(Place.NEWEST, wanted(query, cause), MOST_IN_A_FILE);
        List<DrillTime> practised =
                drills.around(found.stream().map(outage -> outage.gap().from()).toList());
        found.forEach(outage -> row(csv, outage, practised, now));
        return csv.toString();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One outage")
    public OutageView one(@PathParam("id") long id) {
        return view(known(id));
    }

    @PUT
    @Path("/{id}/correction")
    @RolesAllowed("technician")
    @Operation(summary = "Say what the cause was; it stands above what CMM judges, which is kept beside it")
    public OutageView correct(@PathParam("id") long id, @Nullable CorrectionForm form) {
        corrections.correct(known(id), CorrectionForm.checked(form), visitor.name());
        return one(id);
    }

    @DELETE
    @Path("/{id}/correction")
    @RolesAllowed("technician")
    @Operation(summary = "Take the correction back: CMM's own verdict counts again")
    public OutageView withdraw(@PathParam("id") long id) {
        corrections.withdraw(known(id));
        return one(id);
    }

    private StoredOutage known(long id) {
        return outages.find(id).orElseThrow(() -> Problem.notFound("there is no outage %d".formatted(id))
                .exception());
    }

    private Wanted wanted(OutageQuery query, String cause) {
        Span span = query.period().span(institution, clock.instant());
        List<Integer> servers = Scope.of(query.server(), query.site(), listing).servers(listing, span).stream()
                .map(Server::id)
                .toList();
        return new Wanted(servers, span, OutageQuery.cause(cause));
    }

    private OutageView view(StoredOutage outage) {
        Server server = listing.server(outage.serverId()).orElseThrow();
        return OutageView.of(
                outage,
                server,
                drill(outage),
                OutageWords.of(visitor.language(), listing.site(server.site()), institution, clock.instant()));
    }

    private int drill(StoredOutage outage) {
        return OutageRows.drill(outage, drills.around(List.of(outage.gap().from())));
    }

    private void row(Csv csv, StoredOutage outage, List<DrillTime> practised, Instant now) {
        Server server = listing.server(outage.serverId()).orElseThrow();
        csv.row(
                server.code(),
                server.name(),
                outage.gap().from(),
                outage.gap().until().map(Instant::toString).orElse(""),
                outage.gap().span(now).length().toSeconds(),
                Spelling.of(outage.cause()),
                Spelling.of(outage.verdict().confidence()),
                outage.verdict().provisional(),
                outage.corrected().map(Correction::by).orElse(""),
                outage.corrected().map(Correction::note).orElse(""),
                OutageRows.drill(outage, practised));
    }

    private static Place place(@Nullable Cursor cursor) {
        if (cursor == null) {
            return Place.NEWEST;
        }
        try {
            return new Place(Instant.parse(cursor.key()), cursor.id());
        } catch (DateTimeException e) {
            throw Problem.badRequest("unknown-cursor", "'cursor' must be the 'next' of an earlier page, or be left out")
                    .exception();
        }
    }
}
