package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.ServerFilter;
import org.cmm.server.fleet.Site;
import org.cmm.server.trend.TrendView.Found;
import org.cmm.server.trend.TrendView.Hit;

/** Finds machines to add to a chart. */
@Singleton
class MachineSearch {

    private static final int HITS = 12;

    /** Those that are under watch stand before those that have been. */
    private static final Comparator<Server> ORDER = Comparator.<Server, Boolean>comparing(
                    server -> server.retiredAt() != null)
            .thenComparing(Server::name, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Server::code);

    private final Listing listing;

    MachineSearch(Listing listing) {
        this.listing = listing;
    }

    /** What was looked for; without words, and with no machine chosen yet, the first ones by name. */
    Found find(TrendQuery query) {
        if (query.find().isBlank() && !query.servers().isEmpty()) {
            return new Found("", List.of(), false);
        }
        ServerFilter filter = ServerFilter.of(query.find(), null, null);
        List<Hit> hits = listing.servers().stream()
                .filter(server -> filter.matches(server, listing.searchText(server)))
                .filter(server -> query.servers().stream().noneMatch(server.code()::equalsIgnoreCase))
                .sorted(ORDER)
                .limit(HITS + 1)
                .map(server -> hit(server, query))
                .toList();
        return new Found(query.find(), hits.subList(0, Math.min(HITS, hits.size())), hits.size() > HITS);
    }

    private Hit hit(Server server, TrendQuery query) {
        String site = listing.site(server.site()).map(Site::name).orElse("");
        return new Hit(
                server.code(), server.name(), site, query.with(server.code()).address());
    }
}
