package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cmm.core.random.RandomStream;
import org.cmm.core.scenario.MachineKind;
import org.jspecify.annotations.Nullable;

/**
 * A machine in a run. It ages while it is up and its site's mains are on; whatever is due to happen to it by age is
 * found anew each time something has changed. Not thread-safe.
 */
final class Machine {

    private final int number;
    private final Site site;
    private final MachineKind kind;
    private final Run run;
    private final RandomStream chance;
    private final RandomStream load;
    private final double phase;
    private final PartLife[] parts;

    /** Beside the parts. */
    private final List<Ageing> ageing = new ArrayList<>(4);

    /** While it runs: hours of operation of the site less its age; else its age. By pace. */
    private final double[] base;

    private final double[] soonest;
    private final @Nullable Ageing[] next;

    private boolean running = true;
    private @Nullable Fault failure;
    private int works;
    private boolean needed = true;
    private double accountedAt;
    private @Nullable Ageing due;
    private boolean ripening;

    Machine(int number, World.Place place, Run run) {
        this.number = number;
        this.run = run;
        site = place.site();
        kind = place.kind();
        chance = place.chance().copy();
        load = place.load().copy();
        phase = chance.next();
        parts = new PartLife[kind.parts().size()];
        base = new double[site.paces()];
        soonest = new double[site.paces()];
        next = new Ageing[site.paces()];
    }

    int number() {
        return number;
    }

    Site site() {
        return site;
    }

    MachineKind kind() {
        return kind;
    }

    List<PartLife> parts() {
        return Arrays.asList(parts);
    }

    /** Random numbers for what befalls the machine as a whole. */
    RandomStream chance() {
        return chance;
    }

    /** Random numbers for how busy it is. */
    RandomStream load() {
        return load;
    }

    /** Where in every cycle of its agent it is, 0 to 1. */
    double phase() {
        return phase;
    }

    void put(int index, PartLife part) {
        parts[index] = part;
    }

    void add(Ageing what) {
        ageing.add(what);
    }

    void remove(Ageing what) {
        ageing.remove(what);
    }

    /** Its age on a pace, in hours of operation. */
    double age(int pace, double at) {
        return running ? site.operated(pace, at) - base[pace] : base[pace];
    }

    boolean isRunning() {
        return running;
    }

    /** The fault that keeps it down. */
    @Nullable
    Fault failure() {
        return failure;
    }

    void fail(Fault fault, double at) {
        account(at);
        failure = fault;
        turn(at);
    }

    void recover(double at) {
        account(at);
        failure = null;
        turn(at);
    }

    /**
     * Somebody takes it down to work on it.
     *
     * @param forSomething whether there was a reason
     */
    void stop(boolean forSomething, double at) {
        account(at);
        works++;
        needed = forSomething;
        turn(at);
    }

    void start(double at) {
        account(at);
        works--;
        turn(at);
    }

    private void turn(double at) {
        boolean runs = failure == null && works == 0;
        if (runs != running) {
            for (int pace = 0; pace < base.length; pace++) {
                base[pace] = runs ? site.operated(pace, at) - base[pace] : age(pace, at);
            }
            running = runs;
        }
        replan(at);
    }

    /** Finds what happens to it next. */
    void replan(double at) {
        if (ripening) {
            return;
        }
        run.timers().set(number, running ? nextTime(at) : Double.POSITIVE_INFINITY);
    }

    private double nextTime(double at) {
        findSoonest();
        double first = Double.POSITIVE_INFINITY;
        for (int pace = 0; pace < base.length; pace++) {
            if (soonest[pace] < Double.POSITIVE_INFINITY) {
                double when = Math.max(at, site.when(pace, base[pace] + soonest[pace]));
                if (when < first) {
                    first = when;
                    due = next[pace];
                }
            }
        }
        return first;
    }

    private void findSoonest() {
        Arrays.fill(soonest, Double.POSITIVE_INFINITY);
        for (PartLife part : parts) {
            consider(part);
        }
        for (int index = 0; index < ageing.size(); index++) {
            consider(ageing.get(index));
        }
    }

    private void consider(Ageing what) {
        int pace = what.pace();
        double when = what.due();
        if (when < soonest[pace]) {
            soonest[pace] = when;
            next[pace] = what;
        }
    }

    /** What was due next happens. */
    void ripen(double at) {
        if (due != null) {
            ripening = true;
            due.ripen(at);
            ripening = false;
            replan(at);
        }
    }

    /** Books the time since it was last booked. */
    void account(double at) {
        double hours = at - accountedAt;
        if (hours > 0) {
            run.books().spent(this, accountedAt, at);
        }
        accountedAt = at;
    }

    /** What its time is to be booked as while it does not run. */
    Sum lostTo() {
        if (failure != null) {
            return Sum.hoursOf(failure.part().kind().group());
        }
        return needed ? Sum.PLANNED_HOURS : Sum.UNNEEDED_HOURS;
    }
}
