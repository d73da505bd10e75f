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
import org.cmm.server.trend.TrendView.Typed;

/** Puts the page of history together. */
@Singleton
class TrendBoard {

    private final Listing listing;
    private final MachineSearch search;
    private final PointTable points;
    private final InstantSource clock;
    private final ZoneId institution;

    TrendBoard(Listing listing, MachineSearch search, PointTable points, InstantSource clock, Settings settings) {
        this.listing = listing;
        this.search = search;
        this.points = points;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    TrendView view(TrendQuery asked, Language language) {
        TrendMessages words = TrendWords.of(language);
        Instant now = clock.instant();
        List<Server> servers = servers(asked);
        TrendQuery query = asked.of(servers.stream().map(Server::code).toList());
        ZoneId zone = zone(servers);
        Optional<Stretch> own = query.ownTimes()
                ? Stretch.of(query.from(), query.to(), query.reach().length(), zone, now)
                : Optional.empty();
        Stretch shown = own.orElseGet(() -> query.reach().until(now));
        TrendQuery sound = own.isEmpty() ? query.reaching(query.reach()) : query;
        return new TrendView(
                query,
                !listing.servers().isEmpty(),
                servers.size() >= Comparisons.MOST_SERVERS,
                servers.stream().map(server -> machine(server, sound, shown)).toList(),
                search.find(query),
                measures(query, language),
                spans(query, own.isEmpty(), words),
                zone.getId(),
                own.isEmpty() ? query.reach().length().toSeconds() : 0,
                shown.from().getEpochSecond(),
                shown.to().getEpochSecond(),
                query.ownTimes() && own.isEmpty(),
                new Typed(Stretch.field(shown.from(), zone), Stretch.field(shown.to(), zone)),
                Measures.plots(query.metrics(), language),
                links(sound, shown, now),
                query.asTable() && !servers.isEmpty()
                        ? points.of(servers, query.metrics(), shown, new PointTable.Look(language, zone))
                        : null);
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
                query.programs("/api/v1/history", shown),
                query.programs("/api/v1/history/file", shown));
    }
}
