package org.cmm.server.outage;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Tally;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.outage.Availability.OfServer;
import org.cmm.server.platform.Csv;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Settings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Availability for programs. */
@Path("/api/v1/availability")
@Tag(name = "outage")
@Singleton
class AvailabilityResource {

    private final Availability availability;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    AvailabilityResource(Availability availability, Listing listing, InstantSource clock, Settings settings) {
        this.availability = availability;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** A period's figures over all machines that were asked for. */
    @Schema(name = "AvailabilityOfAll")
    record OfAll(Instant from, Instant to, int servers, AvailabilityView all) {}

    /** A machine's figures. */
    @Schema(name = "AvailabilityOfServer")
    record OfOne(String server, String serverName, AvailabilityView figures) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "How much of a period a server, a site or the fleet was there, by cause, with MTBF and MTTR")
    public OfAll all(@BeanParam OutageQuery query) {
        Span span = query.period().span(institution, clock.instant());
        List<Server> servers = servers(query, span);
        return new OfAll(
                span.from(),
                span.to(),
                servers.size(),
                AvailabilityView.of(Availability.total(availability.of(servers, span))));
    }

    @GET
    @Path("/servers")
    @RolesAllowed("viewer")
    @Operation(summary = "The same for each server, in the order in which they were added")
    public ListPage<OfOne> each(
            @BeanParam OutageQuery query,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        Span span = query.period().span(institution, clock.instant());
        List<Server> shown = servers(query, span).stream()
                .sorted(java.util.Comparator.comparingInt(Server::id))
                .filter(server -> server.id() > Cursor.after(cursor))
                .limit(limit.andOneMore())
                .toList();
        ListPage<Server> page = ListPage.of(shown, limit, last -> Cursor.at(last.id()));
        return new ListPage<>(
                availability.of(page.items(), span).stream()
                        .map(one ->
                                new OfOne(one.server().code(), one.server().name(), AvailabilityView.of(one.tally())))
                        .toList(),
                page.next());
    }

    @GET
    @Path("/file")
    @RolesAllowed("viewer")
    @Produces(Csv.TYPE)
    @Operation(summary = "The same for each server as CSV, by code")
    @APIResponse(
            responseCode = "200",
            description = "Rows with a heading",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public String file(@BeanParam OutageQuery query) {
        Span span = query.period().span(institution, clock.instant());
        Csv csv = new Csv()
                .row(
                        "server",
                        "name",
                        "site",
                        "availability",
                        "watched s",
                        "up s",
                        "power s",
                        "link s",
                        "crash s",
                        "unknown s",
                        "planned s",
                        "sleep s",
                        "agent stopped s",
                        "CMM down s",
                        "failures",
                        "MTBF s",
                        "MTTR s");
        availability.of(servers(query, span), span).forEach(one -> row(csv, one));
        return csv.toString();
    }

    private void row(Csv csv, OfServer one) {
        Tally tally = one.tally();
        csv.row(
                one.server().code(),
                one.server().name(),
                listing.site(one.server().site())
                        .map(org.cmm.server.fleet.Site::name)
                        .orElse(""),
                tally.availability().map(Object.class::cast).orElse(""),
                tally.watched().toSeconds(),
                tally.up().toSeconds(),
                tally.lostTo(Cause.POWER).toSeconds(),
                tally.lostTo(Cause.LINK).toSeconds(),
                tally.lostTo(Cause.CRASH).toSeconds(),
                tally.lostTo(Cause.UNKNOWN).toSeconds(),
                tally.lostTo(Cause.PLANNED).toSeconds(),
                tally.lostTo(Cause.SLEEP).toSeconds(),
                tally.lostTo(Cause.AGENT_STOPPED).toSeconds(),
                tally.lostTo(Cause.CMM).toSeconds(),
                tally.allFailures(),
                seconds(tally.betweenFailures()),
                seconds(tally.toRepair()));
    }

    private static Object seconds(java.util.Optional<Duration> time) {
        return time.map(known -> (Object) known.toSeconds()).orElse("");
    }

    private List<Server> servers(OutageQuery query, Span span) {
        return Scope.of(query.server(), query.site(), listing).servers(listing, span);
    }
}
