package org.cmm.server.simulation;

import java.util.List;
import java.util.TreeSet;
import org.cmm.core.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of which runs somebody wants to see. What makes no sense becomes what is nearest to it.
 *
 * @param policies their places in the scenario
 * @param site its number among all sites, from 0
 * @param day the first one, from 0
 */
record TimelineWish(int replication, List<Integer> policies, int site, int day, int days) {

    static final List<Integer> LENGTHS = List.of(1, 7, 28, 91, 365);
    private static final int USUAL_DAYS = 28;
    private static final int HOURS = 24;

    static TimelineWish of(
            @Nullable String replication,
            List<String> policies,
            @Nullable String site,
            @Nullable String day,
            @Nullable String days,
            int replications,
            Scenario scenario) {
        int sites = scenario.sites().stream().mapToInt(kind -> kind.count()).sum();
        int length = number(days, USUAL_DAYS, 1, LENGTHS.getLast());
        int last = Math.max(0, (int) (scenario.warmUp().plus(scenario.length()).toDays() - 1));
        return new TimelineWish(
                number(replication, 1, 1, Math.max(1, replications)) - 1,
                chosen(policies, scenario.policies().size()),
                number(site, 0, 0, sites - 1),
                number(day, (int) Math.min(last, scenario.warmUp().toDays()), 0, last),
                LENGTHS.contains(length) ? length : USUAL_DAYS);
    }

    /** The first one and the one after the next stand for all if none is named. */
    private static List<Integer> chosen(List<String> policies, int count) {
        TreeSet<Integer> chosen = new TreeSet<>();
        for (String policy : policies) {
            int place = number(policy, -1, -1, count);
            if (place >= 0 && place < count) {
                chosen.add(place);
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(0);
            chosen.add(Math.min(2, count - 1));
        }
        return List.copyOf(chosen);
    }

    private static int number(@Nullable String text, int otherwise, int least, int most) {
        try {
            return text == null ? otherwise : Math.clamp(Long.parseLong(text.strip()), least, most);
        } catch (NumberFormatException _) {
            return otherwise;
        }
    }

    double from() {
        return (double) day * HOURS;
    }

    double to() {
        return (double) (day + days) * HOURS;
    }

    /** The same of other days. */
    TimelineWish at(int otherDay) {
        return new TimelineWish(replication, policies, site, Math.max(0, otherDay), days);
    }

    String query() {
        StringBuilder query =
                new StringBuilder("?replication=%d&site=%d&day=%d&days=%d".formatted(replication + 1, site, day, days));
        policies.forEach(policy -> query.append("&policy=").append(policy));
        return query.toString();
    }
}
