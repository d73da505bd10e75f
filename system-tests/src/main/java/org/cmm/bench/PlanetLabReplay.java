package org.cmm.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.bench.PlanetLab.HostDay;
import org.cmm.core.alert.Replay;
import org.cmm.core.alert.Rule;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;

/** How often a rule about processors would have rung on the recorded hosts. */
record PlanetLabReplay(List<HostDay> days) {

    private static final List<Series> LAYOUT = List.of(Series.of(Metrics.CPU_UTILIZATION));
    private static final Instant MIDNIGHT = Instant.parse("2011-03-06T00:00:00Z");

    double alertsPerHostWeek(Rule rule) {
        double alerts = days.stream().mapToLong(day -> alerts(rule, day)).sum();
        return alerts * 7 / days.size();
    }

    static long alerts(Rule rule, HostDay day) {
        Replay replay = new Replay(rule);
        for (int index = 0; index < day.utilization().length; index++) {
            Duration since = PlanetLab.STEP.multipliedBy(index);
            replay.feed(MIDNIGHT.plus(since).toEpochMilli(), LAYOUT, day.utilization(), index);
        }
        return replay.episodes().size();
    }
}
