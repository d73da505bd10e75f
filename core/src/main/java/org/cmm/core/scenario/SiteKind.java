package org.cmm.core.scenario;

import java.util.List;

/**
 * Sites that are alike; each has cuts of its own, which hit all of its machines at once.
 *
 * @param count how many there are
 * @param machines what stands at each
 * @param power when the mains fail: machines are off, and stressed parts age faster for some time after
 * @param link when the site cannot be reached: machines run on, and monitoring is blind
 */
public record SiteKind(String name, int count, List<Stand> machines, Cuts power, Cuts link) {

    public static final int MOST = 10_000;

    /** So many machines of a kind. */
    public record Stand(String kind, int count) {
        public Stand {
            Check.that(
                    count >= 0 && count <= Scenario.MOST_MACHINES,
                    "machine '%s'".formatted(kind),
                    "count must be 0 to %d, was %d".formatted(Scenario.MOST_MACHINES, count));
        }
    }

    public SiteKind {
        machines = List.copyOf(machines);
        Check.text("site", "name", name, 60);
        Check.that(
                count >= 1 && count <= MOST,
                "site '%s'".formatted(name),
                "count must be 1 to %d, was %d".formatted(MOST, count));
    }

    /**
     * What one of these sites is called.
     *
     * @param place which, from 0
     */
    public String nameOf(int place) {
        return count == 1 ? name : name + " " + (place + 1);
    }

    /** Machines of all these sites. */
    public long machineCount() {
        return count * machines.stream().mapToLong(Stand::count).sum();
    }
}
