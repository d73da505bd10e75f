package org.cmm.server.trend;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.outage.Span;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Site;
import org.cmm.server.outage.Period;
import org.cmm.server.outage.Scope;
import org.cmm.server.platform.Csv;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Top lists for programs. */
@Path("/api/v1/top/{list}")
@Tag(name = "history")
@Singleton
@RunOnVirtualThread
class TopResource {

    private final Tops tops;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    TopResource(Tops tops, Listing listing, InstantSource clock, Settings settings) {
        this.tops = tops;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** What both forms are asked for. */
    record Query(
            @Parameter(description = "cpu, disk, disk-growth or availability", example = "cpu") @PathParam("list")
            String list,

            @Parameter(description = "Number of the site; empty for every one") @QueryParam("site") @DefaultValue("")
            String site,

            @Parameter(description = "Begin: a day of the institution or a time; thirty days before the end without it")
            @QueryParam("from")
            @DefaultValue("")
            String from,

            @Parameter(description = "End: a day that belongs to it, or a time; now without it")
            @QueryParam("to")
            @DefaultValue("")
            String to,

            @Parameter(
                    description =
                            "What to sort by, one of the list's figures, what needs attention first; a - before it turns the order")
            @QueryParam("sort")
            @DefaultValue("")
            String sort) {}

    /** A list of a span. */
    @Schema(name = "TopList")
    record Found(Instant from, Instant to, int total, List<Entry> items) {}

    /** A machine, or a part of one, with its place. */
    @Schema(name = "TopEntry")
    record Entry(
            int place,
            String server,
            String name,
            String site,

            @Schema(description = "The disk; empty for the whole machine")
            String part,

            @Schema(
                    description =
                            "By name: shares from 0 to 1, growth of the used share a day; what is not known is left out")
            Map<String, Double> figures) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Machines or disks over a span, what needs attention first")
    public Found list(@BeanParam Query query, @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit) {
        TopList list = list(query);
        Span span = span(query);
        List<TopEntry> entries = sorted(list, span, query);
        List<Entry> shown = new ArrayList<>();
        for (int place = 0; place < Math.min(limit.most(), entries.size()); place++) {
            shown.add(entry(list, entries.get(place), place + 1));
        }
        return new Found(span.from(), span.to(), entries.size(), shown);
    }

    @GET
    @Path("/file")
    @RolesAllowed("viewer")
    @Produces(Csv.TYPE)
    @Operation(summary = "The whole list as CSV")
    @APIResponse(
            responseCode = "200",
            description = "Rows with a heading",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public String file(@BeanParam Query query) {
        TopList list = list(query);
        List<Object> heading = new ArrayList<>(List.of("place", "server", "name", "site", "part"));
        list.columns().forEach(column -> heading.add(column.word()));
        Csv csv = new Csv().row(heading.toArray());
        List<TopEntry> entries = sorted(list, span(query), query);
        for (int place = 0; place < entries.size(); place++) {
            row(csv, list, entry(list, entries.get(place), place + 1));
        }
        return csv.toString();
    }

    private static void row(Csv csv, TopList list, Entry entry) {
        List<Object> cells =
                new ArrayList<>(List.of(entry.place(), entry.server(), entry.name(), entry.site(), entry.part()));
        list.columns().forEach(column -> {
            Double value = entry.figures().get(column.word());
            cells.add(value == null ? "" : value);
        });
        csv.row(cells.toArray());
    }

    private Span span(Query query) {
        return new Period(query.from(), query.to()).span(institution, clock.instant());
    }

    private List<TopEntry> sorted(TopList list, Span span, Query query) {
        boolean turned = query.sort().startsWith("-");
        TopColumn column = column(list, turned ? query.sort().substring(1) : query.sort());
        return TopEntry.sorted(
                tops.over(
                                new Stretch(span.from(), span.to()),
                                Scope.of("", query.site(), listing).servers(listing, span))
                        .of(list),
                column,
                turned ? TopEntry.Order.BEST_FIRST : TopEntry.Order.WORST_FIRST);
    }

    private static TopColumn column(TopList list, String sort) {
        return sort.isEmpty()
                ? list.columns().getFirst()
                : list.columns().stream()
                        .filter(column -> column.word().equals(sort))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(List.of(new Problem.FieldFault(
                                        "sort",
                                        "'sort' must be one of %s, was '%.40s'"
                                                .formatted(
                                                        list.columns().stream()
                                                                .map(TopColumn::word)
                                                                .toList(),
                                                        sort))))
                                .exception());
    }

    private static TopList list(Query query) {
        return TopList.of(query.list()).orElseThrow(() -> Problem.notFound(
                        "there is no list '%.40s': cpu, disk, disk-growth or availability".formatted(query.list()))
                .exception());
    }

    private Entry entry(TopList list, TopEntry entry, int place) {
        Map<String, Double> figures = new LinkedHashMap<>();
        list.columns().forEach(column -> {
            Double value = entry.figure(column);
            if (value != null) {
                figures.put(column.word(), value);
            }
        });
        return listing.server(entry.server())
                .map(server -> new Entry(
                        place,
                        server.code(),
                        server.name(),
                        listing.site(server.site()).map(Site::name).orElse(""),
                        entry.part(),
                        figures))
                .orElseGet(() -> new Entry(place, "", "", "", entry.part(), figures));
    }
}
