package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.history.Comparisons;
import org.cmm.server.platform.Settings;
import org.cmm.server.trend.TrendView.Choice;
import org.cmm.server.trend.TrendView.Link;
import org.cmm.server.trend.TrendView.Links;
import org.cmm.server.trend.TrendView.Machine;
import org.cmm.server.trend.TrendView.Marks;
import org.cmm.server.trend.TrendView.Typed;

/** Puts the page of history together. */
@Singleton
class TrendBoard {

    private final Listing listing;
    private final MachineSearch search;
    private final PointTable points;
    private final AlertMarks alerts;
    private final InstantSource clock;
    private final ZoneId institution;

    TrendBoard(
            Listing listing,
            MachineSearch search,
            PointTable points,
            AlertMarks alerts,
            InstantSource clock,
            Settings settings) {
        this.listing = listing;
        this.search = search;
        this.points = points;
        this.alerts = alerts;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** What an address asks for, once it is known which machines there are and what time it is. */
    private record Sight(TrendQuery query, List<Server> servers, Look look, Instant now, Optional<Stretch> own) {

        Stretch shown() {
            return own.orElseGet(() -> query.reach().until(now));
        }

        /** Without times that made no span. */
        TrendQuery sound() {
            return own.isEmpty() ? query.reaching(query.reach()) : query;
        }
    }

    private Sight sight(TrendQuery asked, Language language) {
        Instant now = clock.instant();
        List<Server> servers = servers(asked);
        TrendQuery query = asked.of(servers.stream().map(Server::code).toList());
        ZoneId zone = zone(servers);
        Optional<Stretch> own = query.ownTimes()
                ? Stretch.of(query.from(), query.to(), query.reach().length(), zone, now)
                : Optional.empty();
        return new Sight(query, servers, new Look(language, zone), now, own);
    }

    /** The alerts of the span, even where none are wanted. */
    Marks marks(TrendQuery asked, Language language) {
        return marks(sight(asked, language));
    }

    private Marks marks(Sight sight) {
        return alerts.of(sight.sound(), sight.servers(), sight.shown(), sight.look());
    }

    TrendView view(TrendQuery asked, Language language) {
        Sight sight = sight(asked, language);
        TrendQuery query = sight.query();
        List<Server> servers = sight.servers();
        ZoneId zone = sight.look().zone();
        Stretch shown = sight.shown();
        boolean untilNow = sight.own().isEmpty();
        boolean table = query.asTable() && !servers.isEmpty();
        Marks marks = table && query.marksAlerts() ? marks(sight) : null;
        return new TrendView(
                query,
                !listing.servers().isEmpty(),
                servers.size() >= Comparisons.MOST_SERVERS,
                servers.stream()
                        .map(server -> machine(server, sight.sound(), shown))
                        .toList(),
                search.find(query),
                measures(query, language),
                spans(query, untilNow, TrendWords.of(language)),
                zone.getId(),
                untilNow ? query.reach().length().toSeconds() : 0,
                shown.from().getEpochSecond(),
                shown.to().getEpochSecond(),
                query.ownTimes() && untilNow,
                new Typed(Stretch.field(shown.from(), zone), Stretch.field(shown.to(), zone)),
                Measures.plots(query.metrics(), language),
                links(sight.sound(), shown, sight.now()),
                table
                        ? points.of(
                                servers, query.metrics(), shown, sight.look(), marks == null ? List.of() : marks.list())
                        : null,
                marks);
    }

    /** In the order in which they were added; codes of no server are left out. */
    private List<Server> servers(TrendQuery query) {
        return query.servers().stream()
                .flatMap(code -> listing.servers().stream()
                        .filter(server -> server.code().equalsIgnoreCase(code))
                        .limit(1))
                .distinct()
                .toList();
    }

    /** That of the machines' site; of machines in several zones, the institution's. */
    private ZoneId zone(List<Server> servers) {
        List<ZoneId> zones = servers.stream()
                .map(server -> listing.site(server.site()).map(Site::zone).orElse(institution))
                .distinct()
                .toList();
        return zones.size() == 1 ? zones.getFirst() : institution;
    }

    private static Machine machine(Server server, TrendQuery query, Stretch shown) {
        TrendQuery alone = query.of(List.of());
        String samples = "/api/v1/servers/" + server.code() + "/samples";
        return new Machine(
                server.code(),
                server.name(),
                query.without(server.code()).address(),
                alone.programs(samples, shown),
                alone.programs(samples + "/file", shown));
    }

    private static List<Choice> measures(TrendQuery query, Language language) {
        return Metrics.all().stream()
                .map(Metric::name)
                .map(metric -> new Choice(
                        metric, Measures.name(metric, language), query.metrics().contains(metric)))
                .toList();
    }

    private static List<Link> spans(TrendQuery query, boolean untilNow, TrendMessages words) {
        return Arrays.stream(Reach.values())
                .map(reach -> new Link(
                        reach.label(words), query.reaching(reach).address(), untilNow && reach == query.reach()))
                .toList();
    }

    private static Links links(TrendQuery query, Stretch shown, Instant now) {
        boolean past = shown.to().isBefore(now);
        Stretch next = shown.after();
        String later = next.to().isAfter(now)
                ? Stream.of(Reach.values())
                        .filter(reach -> reach.length().equals(shown.length()))
                        .findFirst()
                        .map(reach -> query.reaching(reach).address())
                        .orElseGet(() -> query.over(new Stretch(now.minus(shown.length()), now))
                                .address())
                : query.over(next).address();
        return new Links(
                query.over(shown.before()).address(),
                past ? later : "",
                query.viewed("").address(),
                query.viewed(TrendQuery.TABLE).address(),
                query.alertsTurned().address(),
                query.programs("/api/v1/history", shown),
                query.programs("/api/v1/history/file", shown));
    }
}
