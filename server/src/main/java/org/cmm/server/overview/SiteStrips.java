package org.cmm.server.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Site;
import org.cmm.server.overview.SiteStrip.Cell;
import org.cmm.server.overview.SiteStrip.Share;
import org.jspecify.annotations.Nullable;

/** Puts a whole fleet into one look. Bounded: at most so many sites, and so many cells, whatever the fleet's size. */
final class SiteStrips {

    private static final int MOST_SITES = 24;
    private static final int MOST_SITES_OF_LARGE = 10;
    static final int MOST_CELLS = 300;
    private static final int MOST_TROUBLED = 20;
    private static final int WHOLE = 1000;
    private static final int NO_SITE = 0;

    private final Wording wording;

    SiteStrips(Wording wording) {
        this.wording = wording;
    }

    /** Sites with the worst machine first when there are too many for all, else by name. */
    List<SiteStrip> of(List<Machine> active) {
        boolean large = active.size() > MOST_CELLS;
        return bySite(active).values().stream()
                .sorted(large ? WORST_FIRST : BY_NAME)
                .limit(mostSites(active))
                .map(machines -> strip(machines, large))
                .toList();
    }

    /** How many sites there is no room for. */
    static int moreSites(List<Machine> active) {
        return Math.max(0, bySite(active).size() - mostSites(active));
    }

    /** The table below must stay in sight. */
    private static int mostSites(List<Machine> active) {
        return active.size() > MOST_CELLS ? MOST_SITES_OF_LARGE : MOST_SITES;
    }

    private static final Comparator<List<Machine>> BY_NAME = Comparator.comparing(
            machines -> name(machines.getFirst().site()), Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER));

    private static final Comparator<List<Machine>> WORST_FIRST = Comparator.<List<Machine>>comparingLong(
                    machines -> -count(machines, Condition.CRITICAL))
            .thenComparingLong(machines -> -count(machines, Condition.WARNING))
            .thenComparingLong(machines -> -count(machines, Condition.SILENT))
            .thenComparing(BY_NAME);

    private static @Nullable String name(@Nullable Site site) {
        return site == null ? null : site.name();
    }

    private static Map<Integer, List<Machine>> bySite(List<Machine> active) {
        return active.stream().collect(Collectors.groupingBy(SiteStrips::siteId));
    }

    private static int siteId(Machine machine) {
        Site site = machine.site();
        return site == null ? NO_SITE : site.id();
    }

    private static long count(List<Machine> machines, Condition condition) {
        return machines.stream()
                .filter(machine -> machine.condition() == condition)
                .count();
    }

    private SiteStrip strip(List<Machine> machines, boolean large) {
        Site site = machines.getFirst().site();
        List<Cell> cells = machines.stream()
                .filter(machine -> !large || machine.condition().needsAttention())
                .sorted(FleetOrder.WORST.order())
                .limit(large ? MOST_TROUBLED : MOST_CELLS)
                .map(this::cell)
                .toList();
        Map<Condition, Long> counts = counts(machines);
        return new SiteStrip(
                site == null ? wording.words().noSite() : site.name(),
                site == null ? "" : Integer.toString(site.id()),
                wording.figures(site).count(machines.size()),
                summary(counts),
                cells,
                large ? shares(counts, machines.size()) : List.of());
    }

    private Cell cell(Machine machine) {
        String title = machine.server().name() + " · " + wording.of(machine.condition());
        return new Cell(machine.server().code(), machine.condition().shape(), title);
    }

    private static Map<Condition, Long> counts(List<Machine> machines) {
        return machines.stream()
                .collect(Collectors.groupingBy(
                        Machine::condition, () -> new EnumMap<>(Condition.class), Collectors.counting()));
    }

    private String summary(Map<Condition, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> wording.of(entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static List<Share> shares(Map<Condition, Long> counts, int total) {
        List<Share> shares = new ArrayList<>();
        int from = 0;
        for (Map.Entry<Condition, Long> entry : counts.entrySet()) {
            int width = (int) Math.max(4, Math.round((double) entry.getValue() * WHOLE / total));
            shares.add(new Share(entry.getKey().shape(), from, width));
            from += width;
        }
        return List.copyOf(shares);
    }
}
