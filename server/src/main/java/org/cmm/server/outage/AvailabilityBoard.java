package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.outage.Cause.Counts;
import org.cmm.core.outage.Span;
import org.cmm.core.outage.Tally;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.outage.Availability.OfServer;
import org.cmm.server.outage.AvailabilityPage.Choice;
import org.cmm.server.outage.AvailabilityPage.Links;
import org.cmm.server.outage.AvailabilityPage.Row;
import org.cmm.server.outage.AvailabilityPage.Totals;
import org.cmm.server.outage.OutageList.Place;
import org.cmm.server.outage.OutageList.Wanted;
import org.cmm.server.platform.Settings;

/** Puts the page of availability together. */
@Singleton
class AvailabilityBoard {

    private static final int ROWS = 100;
    private static final int OUTAGES = 25;

    /** A site's outage may be many machines'. */
    private static final int LOOKED_AT = 500;

    private final Availability availability;
    private final OutageList list;
    private final OutageRows outageRows;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    AvailabilityBoard(
            Availability availability,
            OutageList list,
            OutageRows outageRows,
            Listing listing,
            InstantSource clock,
            Settings settings) {
        this.availability = availability;
        this.list = list;
        this.outageRows = outageRows;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** @throws org.cmm.server.platform.ProblemException naming whatever the query asks wrongly */
    AvailabilityPage page(AvailabilityQuery query, Language language) {
        Instant now = clock.instant();
        Span span = span(query, now);
        Scope scope = Scope.of(query.server(), query.site(), listing);
        OutageWords words = OutageWords.of(language, Optional.empty(), institution, now);
        List<Server> servers = scope.servers(listing, span);
        List<OfServer> all = availability.of(servers, span);
        Tally total = Availability.total(all);
        List<OfServer> ordered =
                all.stream().sorted(AvailabilityOrder.of(query.sort())).toList();
        int from = Math.min((query.pageNumber() - 1) * ROWS, ordered.size());
        int to = Math.min(from + ROWS, ordered.size());
        return new AvailabilityPage(
                query,
                name(scope),
                words.messages().sentence(percent(total, words), spanText(span, words)),
                !total.watched().isZero(),
                totals(total, words),
                ShareBar.of(total, words),
                spans(query, words.messages()),
                AvailabilityOrder.columns(query, words.messages()),
                listing.sites(),
                scope.server().isPresent() || scope.site().isPresent() ? List.of() : siteRows(all, query, words),
                ordered.subList(from, to).stream().map(one -> row(one, words)).toList(),
                outageRows.grouped(
                        list.below(
                                Place.NEWEST,
                                new Wanted(servers.stream().map(Server::id).toList(), span, Optional.empty()),
                                LOOKED_AT),
                        language,
                        OUTAGES),
                new Links(
                        query.withScope("", "").address(),
                        query.file("/api/v1/availability/file", span),
                        query.file("/api/v1/outages/file", span),
                        from == 0 ? "" : query.onPage(1).address(),
                        to == ordered.size()
                                ? ""
                                : query.onPage(query.pageNumber() + 1).address()));
    }

    private Span span(AvailabilityQuery query, Instant now) {
        return query.ownDays()
                ? new Period(query.from(), query.to()).span(institution, now)
                : new Span(now.minus(query.length()), now);
    }

    private static String name(Scope scope) {
        return scope.server()
                .map(Server::name)
                .or(() -> scope.site().map(Site::name))
                .orElse("");
    }

    private static String spanText(Span span, OutageWords words) {
        return words.figures().date(span.from()) + " – "
                + words.figures().date(span.to().minusMillis(1));
    }

    private static List<Choice> spans(AvailabilityQuery query, OutageMessages messages) {
        return Stream.of(
                        Map.entry("week", messages.week()),
                        Map.entry("month", messages.month()),
                        Map.entry("quarter", messages.quarter()),
                        Map.entry("year", messages.year()))
                .map(span -> new Choice(
                        span.getValue(),
                        query.withSpan(span.getKey()).address(),
                        !query.ownDays() && query.span().equals(span.getKey())))
                .toList();
    }

    private List<Row> siteRows(List<OfServer> all, AvailabilityQuery query, OutageWords words) {
        Map<Integer, Tally> bySite = new LinkedHashMap<>();
        all.forEach(one -> {
            Integer site = one.server().site();
            if (site != null) {
                bySite.merge(site, one.tally(), Tally::plus);
            }
        });
        if (bySite.size() < 2) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        for (Site site : listing.sites()) {
            Tally tally = bySite.get(site.id());
            if (tally != null) {
                String address =
                        query.withScope("", Integer.toString(site.id())).address();
                rows.add(row(new Named(site.name(), "", address, ""), tally, words));
            }
        }
        return rows;
    }

    private Row row(OfServer one, OutageWords words) {
        String site = listing.site(one.server().site()).map(Site::name).orElse("");
        String address = "/servers/" + one.server().code() + "#outages";
        return row(new Named(one.server().name(), one.server().code(), address, site), one.tally(), words);
    }

    private record Named(String name, String code, String address, String site) {}

    private static Row row(Named named, Tally tally, OutageWords words) {
        Totals totals = totals(tally, words);
        return new Row(
                named.name(),
                named.code(),
                named.address(),
                named.site(),
                ShareBar.of(tally, words),
                totals.availability(),
                time(tally.lostTo(Counts.DOWN), words),
                time(tally.lostTo(Counts.PLANNED), words),
                totals.failures(),
                totals.mtbf(),
                totals.mttr());
    }

    private static Totals totals(Tally tally, OutageWords words) {
        return new Totals(
                percent(tally, words),
                words.figures().count(tally.allFailures()),
                tally.betweenFailures().map(words.figures()::duration).orElse("–"),
                tally.toRepair().map(words.figures()::duration).orElse("–"));
    }

    private static String time(Duration time, OutageWords words) {
        return time.isZero() ? "–" : words.figures().duration(time);
    }

    /** Rounded down: only what was always there is there for 100 %. */
    private static String percent(Tally tally, OutageWords words) {
        return tally.availability()
                .map(ratio -> words.figures().percent(Math.floor(ratio * 10_000) / 10_000, 2))
                .orElse("–");
    }
}
