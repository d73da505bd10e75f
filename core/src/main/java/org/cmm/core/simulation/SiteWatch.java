package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cmm.core.incident.SiteSilence;

/**
 * A simulated site as CMM sees it: its cuts, and whether machines that fall silent are each on their own or all of the
 * site. Not thread-safe.
 */
final class SiteWatch {

    private static final double TOGETHER = Hours.of(SiteSilence.TOGETHER);

    private final Run run;
    private final double silentAfter;
    private final List<WatchedMachine> machines = new ArrayList<>();

    /** Silences that belong to no incident yet, and when each was raised. */
    private final Map<WatchedMachine, Double> waiting = new LinkedHashMap<>();

    /** Silences of the site's own incident. */
    private final Set<WatchedMachine> joined = new LinkedHashSet<>();

    /** Silent machines of no open failure that are not the site's: people will look again when the cut is over. */
    private final Set<WatchedMachine> alone = new LinkedHashSet<>();

    private boolean power = true;
    private boolean link = true;

    SiteWatch(Site site, Run run, double silentAfter) {
        this.run = run;
        this.silentAfter = silentAfter;
        Stretches powerCuts = site.powerCuts();
        for (int cut = 0; cut < powerCuts.count(); cut++) {
            run.agenda().plan(powerCuts.begin(cut), at -> power(false, at));
            run.agenda().plan(powerCuts.end(cut), at -> power(true, at));
        }
        Stretches linkCuts = site.linkCuts();
        for (int cut = 0; cut < linkCuts.count(); cut++) {
            run.agenda().plan(linkCuts.begin(cut), at -> link(false, at));
            run.agenda().plan(linkCuts.end(cut), at -> link(true, at));
        }
    }

    void add(WatchedMachine machine) {
        machines.add(machine);
    }

    boolean hasPower() {
        return power;
    }

    boolean hasLink() {
        return link;
    }

    private void power(boolean on, double at) {
        power = on;
        look(at);
    }

    private void link(boolean on, double at) {
        link = on;
        if (on) {
            machines.forEach(machine -> machine.deliver(at));
        }
        look(at);
    }

    private void look(double at) {
        if (power && link) {
            machines.forEach(machine -> machine.lookHeard(at));
            run.agenda().plan(at + silentAfter, this::tellOfThoseLeft);
        } else {
            machines.forEach(machine -> machine.lookSilent(at));
        }
    }

    /** The others are back: whoever is still silent has a trouble of its own. */
    private void tellOfThoseLeft(double at) {
        if (power && link) {
            joined.addAll(alone);
            alone.clear();
            List<WatchedMachine> left = List.copyOf(joined);
            joined.clear();
            left.forEach(machine -> tell(machine, at));
        }
    }

    /** A machine's silence is an alert. */
    void raised(WatchedMachine machine, double at) {
        waiting.put(machine, at);
        run.agenda().plan(at + TOGETHER, this::decide);
        decide(at);
    }

    /** It was mended during a cut, and nobody can see that. */
    void hides(WatchedMachine machine) {
        if (!joined.contains(machine) && !waiting.containsKey(machine)) {
            alone.add(machine);
        }
    }

    /** It is heard again. */
    void cleared(WatchedMachine machine) {
        waiting.remove(machine);
        joined.remove(machine);
        alone.remove(machine);
    }

    private void decide(double at) {
        while (!waiting.isEmpty()) {
            SiteSilence silences = new SiteSilence(
                    machines.size(), waiting.values().stream().map(run::time).toList(), joined.size());
            switch (silences.verdict(run.time(at + 1e-9))) {
                case WAIT -> {
                    return;
                }
                case MACHINE -> {
                    WatchedMachine oldest = waiting.keySet().iterator().next();
                    waiting.remove(oldest);
                    tell(oldest, at);
                }
                case SITE -> {
                    joined.addAll(waiting.keySet());
                    waiting.clear();
                }
            }
        }
    }

    private void tell(WatchedMachine machine, double at) {
        Fault failure = machine.machine().failure();
        if (failure == null) {
            alone.add(machine);
        } else {
            run.silent(failure, at);
        }
    }
}
