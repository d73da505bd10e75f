package org.cmm.server.overview;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.ServerFilter;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.overview.FleetView.Chip;
import org.cmm.server.overview.FleetView.Column;
import org.cmm.server.overview.FleetView.Hidden;
import org.cmm.server.overview.FleetView.Pager;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Settings;

/** Puts the fleet page together. */
@Singleton
class FleetBoard {

    private static final String PAGE = "/fleet";
    private static final String STREAM = "/fleet/events";

    private final Machines machines;
    private final Listing listing;
    private final LatestSamples samples;
    private final InstantSource clock;
    private final ZoneId institution;

    FleetBoard(Machines machines, Listing listing, LatestSamples samples, InstantSource clock, Settings settings) {
        this.machines = machines;
        this.listing = listing;
        this.samples = samples;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    FleetView view(FleetQuery query, Language language) {
        Wording wording = Wording.of(language, institution);
        List<Machine> all = machines.all();
        List<Machine> active = all.stream()
                .filter(machine -> machine.condition() != Condition.RETIRED)
                .toList();
        List<Machine> found = found(all, query);
        SiteStrips strips = new SiteStrips(wording);
        FleetRows rows = new FleetRows(wording, samples, clock.instant());
        int first = firstRow(query, found.size());
        return new FleetView(
                active.size(),
                sentence(active, wording),
                aside(active, wording),
                strips.of(active),
                SiteStrips.moreSites(active),
                chips(all, query, wording),
                columns(query, wording.words()),
                found.stream().skip(first).limit(FleetQuery.ROWS).map(rows::row).toList(),
                pager(query, first, found.size(), wording),
                query.text(),
                hidden(query),
                query.filters(),
                query.address(STREAM));
    }

    private List<Machine> found(List<Machine> all, FleetQuery query) {
        ServerFilter filter = query.filter();
        Condition wanted = query.condition().orElse(null);
        return all.stream()
                .filter(machine ->
                        wanted == null ? machine.condition() != Condition.RETIRED : machine.condition() == wanted)
                .filter(machine -> filter.matches(machine.server(), listing.searchText(machine.server())))
                .sorted(query.order().order())
                .toList();
    }

    private static int firstRow(FleetQuery query, int found) {
        int lastPage = Math.max(1, (found + FleetQuery.ROWS - 1) / FleetQuery.ROWS);
        return (Math.min(query.pageNumber(), lastPage) - 1) * FleetQuery.ROWS;
    }

    private static String sentence(List<Machine> active, Wording wording) {
        OverviewMessages words = wording.words();
        Figures figures = wording.figures(null);
        long troubled = active.stream()
                .filter(machine -> machine.condition().needsAttention())
                .count();
        String total = figures.count(active.size());
        if (troubled == 0) {
            return active.size() == 1 ? words.oneWell() : words.allWell(total);
        }
        return troubled == 1 ? words.attentionOne(total) : words.attention(figures.count(troubled), total);
    }

    private static String aside(List<Machine> active, Wording wording) {
        long waiting = count(active, Condition.WAITING);
        return waiting == 0
                ? ""
                : wording.words().waitingCount(wording.figures(null).count(waiting));
    }

    private static long count(List<Machine> machines, Condition condition) {
        return machines.stream()
                .filter(machine -> machine.condition() == condition)
                .count();
    }

    private static List<Chip> chips(List<Machine> all, FleetQuery query, Wording wording) {
        List<Chip> chips = new ArrayList<>();
        Condition wanted = query.condition().orElse(null);
        for (Condition condition : Condition.values()) {
            long count = count(all, condition);
            boolean current = condition == wanted;
            if (count > 0 || current) {
                chips.add(new Chip(
                        condition.shape(),
                        wording.of(condition),
                        wording.figures(null).count(count),
                        shown(query.withState(current ? null : condition)),
                        current));
            }
        }
        return List.copyOf(chips);
    }

    private static List<Column> columns(FleetQuery query, OverviewMessages words) {
        return List.of(
                column(query, words.machine(), "", FleetOrder.NAME),
                column(query, words.site(), "", FleetOrder.SITE),
                column(query, words.cpu(), "num", FleetOrder.CPU),
                column(query, words.memory(), "num", FleetOrder.MEMORY),
                column(query, words.disk(), "num", FleetOrder.DISK),
                new Column(words.cpuHour(), "spark-cell", null, false),
                column(query, words.upFor(), "num", FleetOrder.UPTIME));
    }

    private static Column column(FleetQuery query, String label, String classes, FleetOrder order) {
        boolean current = query.order() == order;
        FleetQuery next = query.withSort(current ? FleetOrder.WORST : order);
        return new Column(label, classes, shown(next), current);
    }

    private static Pager pager(FleetQuery query, int first, int found, Wording wording) {
        Figures figures = wording.figures(null);
        int last = Math.min(first + FleetQuery.ROWS, found);
        int page = first / FleetQuery.ROWS + 1;
        String range = wording.words()
                .range(figures.count(Math.min(first + 1, found)), figures.count(last), figures.count(found));
        return new Pager(
                range,
                page == 1 ? null : shown(query.withPage(page - 1)),
                last == found ? null : query.withPage(page + 1).address(PAGE));
    }

    /** Without any filter the address still says so, or the remembered filters would come back. */
    private static String shown(FleetQuery query) {
        String address = query.address(PAGE);
        return address.equals(PAGE) ? PAGE + "?all" : address;
    }

    private static List<Hidden> hidden(FleetQuery query) {
        String sort = query.order() == FleetOrder.WORST ? "" : query.order().word();
        return Stream.of(
                        new Hidden("site", Objects.requireNonNullElse(query.site(), "")),
                        new Hidden(
                                "tag", Objects.requireNonNullElse(query.filter().tag(), "")),
                        new Hidden(
                                "state", query.condition().map(Condition::word).orElse("")),
                        new Hidden("sort", sort))
                .filter(field -> !field.value().isEmpty())
                .toList();
    }
}
