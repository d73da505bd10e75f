package org.cmm.core.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one technician sets out for: one or more tasks at one place, one after the other. Not thread-safe. */
final class Job implements Event {

    /** What a job is called to, in the order in which jobs are taken. */
    enum Urgency {
        FAILURE,
        PLANNED
    }

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Workforce crew;
    private final Run run;
    private final double travelHours;
    private final boolean onSite;
    private final @Nullable PartLife needsSpareOf;
    private Urgency urgency;
    private double workingHours;
    private @Nullable Task current;

    /**
     * @param travelHours on the way
     * @param onSite whether it is a visit
     * @param needsSpareOf the part that must be on the shelf before somebody sets out
     */
    Job(Run run, Urgency urgency, boolean onSite, double travelHours, @Nullable PartLife needsSpareOf) {
        this.run = run;
        this.crew = run.crew();
        this.urgency = urgency;
        this.onSite = onSite;
        this.travelHours = travelHours;
        this.needsSpareOf = needsSpareOf;
    }

    Urgency urgency() {
        return urgency;
    }

    void become(Urgency changed) {
        urgency = changed;
    }

    Optional<PartLife> needsSpareOf() {
        return Optional.ofNullable(needsSpareOf);
    }

    /** Adds a task after all others. */
    void add(Task task) {
        tasks.addLast(task);
    }

    /** Adds a task to be done next. */
    void next(Task task) {
        tasks.addFirst(task);
    }

    /** A technician sets out. */
    void begin(double at) {
        workingHours = travelHours;
        if (onSite) {
            run.books().visited();
        }
        if (travelHours == 0) {
            goOn(at);
        } else {
            run.agenda().plan(crew.calendar().after(at, travelHours), this);
        }
    }

    /** The way, or a task, is over. */
    @Override
    public void happen(double at) {
        if (current != null) {
            current.end(at);
        }
        goOn(at);
    }

    private void goOn(double at) {
        for (current = tasks.pollFirst(); current != null; current = tasks.pollFirst()) {
            double hours = current.begin(at);
            if (hours > 0) {
                workingHours += hours;
                run.agenda().plan(crew.calendar().after(at, hours), this);
                return;
            }
            current.end(at);
        }
        run.books().worked(workingHours);
        crew.release(at);
    }
}
