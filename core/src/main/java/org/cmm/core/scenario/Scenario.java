package org.cmm.core.scenario;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A world and the policies that are compared in it. All laws are in hours, all money is in XAF.
 *
 * @param start where simulated time begins, on the sites' own clocks: working hours and rhythms follow from it
 * @param warmUp how long it runs before anything counts
 * @param length how long it runs and counts
 * @param policies the first is what the others are compared with
 */
public record Scenario(
        String name,
        LocalDateTime start,
        Duration warmUp,
        Duration length,
        List<SiteKind> sites,
        List<MachineKind> machines,
        Crew crew,
        Reporting reporting,
        Monitoring monitoring,
        List<Policy> policies) {

    /** The longest that may be simulated, warm-up counted. */
    public static final Duration LONGEST = Duration.ofDays(100 * 366);

    public static final int MOST_MACHINES = 100_000;
    public static final int MOST_POLICIES = 12;

    public Scenario {
        sites = List.copyOf(sites);
        machines = List.copyOf(machines);
        policies = List.copyOf(policies);
        Check.text("scenario", "name", name, 120);
        Check.that(!length.isNegative() && !length.isZero(), "scenario", "length must be above 0");
        Check.that(!warmUp.isNegative(), "scenario", "warm-up must not be negative");
        Check.that(
                length.plus(warmUp).compareTo(LONGEST) <= 0,
                "scenario",
                "warm-up and length must be at most 100 years together");
        Check.that(!sites.isEmpty(), "scenario", "must have a site");
        Check.that(!machines.isEmpty(), "scenario", "must have a kind of machine");
        Check.that(
                !policies.isEmpty() && policies.size() <= MOST_POLICIES,
                "scenario",
                "must have 1 to %d policies, had %d".formatted(MOST_POLICIES, policies.size()));
        requireDistinct("site", sites, SiteKind::name);
        requireDistinct("machine", machines, MachineKind::name);
        requireDistinct("policy", policies, Policy::name);
        Set<String> kinds = new HashSet<>();
        machines.forEach(kind -> kinds.add(kind.name()));
        sites.forEach(site -> site.machines().forEach(stand -> Check.known("site", site.name(), stand.kind(), kinds)));
        Set<String> parts = new HashSet<>();
        machines.forEach(kind -> kind.parts().forEach(part -> parts.add(part.name())));
        policies.forEach(
                policy -> policy.byPart().keySet().forEach(part -> Check.known("policy", policy.name(), part, parts)));
        long count = sites.stream().mapToLong(SiteKind::machineCount).sum();
        Check.that(
                count >= 1 && count <= MOST_MACHINES,
                "scenario",
                "must have 1 to %d machines, had %d".formatted(MOST_MACHINES, count));
    }

    /**
     * One site.
     *
     * @param firstMachine its first machine's number; the others follow
     */
    public record Place(String site, int firstMachine, int machines) {}

    /** All sites, in the order in which their machines are numbered. */
    public List<Place> places() {
        List<Place> places = new ArrayList<>();
        int machine = 0;
        for (SiteKind kind : sites) {
            int each = (int) kind.machineCount() / kind.count();
            for (int place = 0; place < kind.count(); place++) {
                places.add(new Place(kind.nameOf(place), machine, each));
                machine += each;
            }
        }
        return places;
    }

    /** How many machines there are on all sites. */
    public int machineCount() {
        return sites.stream().mapToInt(site -> (int) site.machineCount()).sum();
    }

    /** The same that ends so long after its start, without a warm-up. */
    public Scenario until(Duration end) {
        return new Scenario(name, start, Duration.ZERO, end, sites, machines, crew, reporting, monitoring, policies);
    }

    public MachineKind machine(String kind) {
        return machines.stream()
                .filter(machine -> machine.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scenario: no machine is called '%s'".formatted(kind)));
    }

    private static <T> void requireDistinct(String what, List<T> all, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        for (T one : all) {
            Check.that(seen.add(name.apply(one)), what, "the name '%s' must be used once".formatted(name.apply(one)));
        }
    }
}
