package org.cmm.server.trend;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cmm.core.outage.Span;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.outage.Scope;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Settings;
import org.cmm.server.trend.TopView.Column;
import org.cmm.server.trend.TopView.Panel;
import org.cmm.server.trend.TopView.Row;
import org.cmm.server.trend.TrendView.Link;
import org.cmm.server.trend.TrendView.Typed;

/** Puts the page of top lists together. */
@Singleton
class TopBoard {

    private static final int SHORT = 10;
    private static final int ROWS = 50;

    private final Tops tops;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    TopBoard(Tops tops, Listing listing, InstantSource clock, Settings settings) {
        this.tops = tops;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /** What all panels of one page have in common. */
    private record Shown(TopQuery query, Stretch stretch, Tops.Over tops, TopMessages words, TopRows rows) {}

    /** @throws org.cmm.server.platform.ProblemException when there is no such site */
    TopView view(TopQuery query, Language language) {
        Instant now = clock.instant();
        TopMessages words = TopWords.of(language);
        Optional<Stretch> own = query.ownTimes()
                ? Stretch.of(query.from(), query.to(), query.reach().length(), institution, now)
                : Optional.empty();
        Stretch stretch = own.orElseGet(() -> query.reach().until(now));
        List<Server> servers =
                Scope.of("", query.site(), listing).servers(listing, new Span(stretch.from(), stretch.to()));
        TopRows rows = new TopRows(listing, Figures.of(language.locale(), institution), words, stretch);
        Shown shown = new Shown(query, stretch, tops.over(stretch, servers), words, rows);
        List<TopList> lists = query.one().map(List::of).orElseGet(() -> List.of(TopList.values()));
        return new TopView(
                query,
                !listing.servers().isEmpty(),
                query.one().isPresent(),
                query.ownTimes() && own.isEmpty(),
                institution.getId(),
                new Typed(Stretch.field(stretch.from(), institution), Stretch.field(stretch.to(), institution)),
                spans(query, own.isEmpty(), TrendWords.of(language)),
                listing.sites(),
                lists.stream().map(list -> panel(list, shown)).toList(),
                query.only("").address());
    }

    private Panel panel(TopList list, Shown shown) {
        TopQuery query = shown.query();
        boolean one = query.one().isPresent();
        TopColumn column = one ? query.column(list) : list.columns().getFirst();
        TopEntry.Order order = one && query.turned() ? TopEntry.Order.BEST_FIRST : TopEntry.Order.WORST_FIRST;
        List<TopEntry> entries = TopEntry.sorted(shown.tops().of(list), column, order);
        int from = one ? Math.min((query.pageNumber() - 1) * ROWS, entries.size()) : 0;
        int to = Math.min(from + (one ? ROWS : SHORT), entries.size());
        List<TopColumn> columns = one ? list.columns() : list.columnsInShort();
        return new Panel(
                TopWords.title(list, shown.words()),
                query.only(list.word()).address(),
                to - from < entries.size(),
                shown.rows().count(entries.size()),
                query.programs("/api/v1/top/" + list.word() + "/file", shown.stretch()),
                one && to < entries.size()
                        ? query.onPage(query.pageNumber() + 1).address()
                        : "",
                one && from > 0 ? query.onPage(query.pageNumber() - 1).address() : "",
                list == TopList.DISK || list == TopList.DISK_GROWTH,
                columns(columns, shown, column, one),
                shown.rows().of(list, columns, entries, new TopRows.Part(from, to)),
                one && query.site().isEmpty() ? leaders(list, entries, shown) : List.of());
    }

    /** The first entry of each site, where there are at least two. */
    private List<Row> leaders(TopList list, List<TopEntry> entries, Shown shown) {
        Set<Integer> seen = new HashSet<>();
        List<TopEntry> leaders = entries.stream()
                .filter(entry -> listing.server(entry.server())
                        .map(Server::site)
                        .filter(seen::add)
                        .isPresent())
                .toList();
        return leaders.size() < 2
                ? List.of()
                : shown.rows().of(list, list.columns(), leaders, new TopRows.Part(0, leaders.size()));
    }

    private static List<Column> columns(List<TopColumn> columns, Shown shown, TopColumn sorted, boolean one) {
        return columns.stream()
                .map(column -> {
                    boolean current = column == sorted;
                    boolean turned = current && shown.query().turned();
                    String address = shown.query()
                            .sortedBy(current && !turned ? "-" + column.word() : column.word())
                            .address();
                    boolean down = column.mostFirst() != turned;
                    return new Column(
                            column.label(shown.words()),
                            one ? address : "",
                            one && current ? (down ? "descending" : "ascending") : "");
                })
                .toList();
    }

    private static List<Link> spans(TopQuery query, boolean untilNow, TrendMessages words) {
        return Arrays.stream(Reach.values())
                .map(reach -> new Link(
                        reach.label(words), query.reaching(reach).address(), untilNow && reach == query.reach()))
                .toList();
    }
}
