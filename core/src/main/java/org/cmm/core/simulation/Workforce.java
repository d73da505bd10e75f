package org.cmm.core.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.cmm.core.simulation.Job.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * The technicians of a run and what waits for them. They set out in working hours; failures first, and of those the
 * older; a job whose spare part is not there lets others go first. Not thread-safe.
 */
final class Workforce {

    private final Calendar calendar;
    private final Shelves shelves;
    private final Agenda agenda;
    private final Map<Urgency, Deque<Job>> waiting = new EnumMap<>(Urgency.class);
    private int free;
    private boolean alarmSet;

    /** @param technicians {@link Integer#MAX_VALUE} for as many as are needed */
    Workforce(int technicians, Calendar calendar, Shelves shelves, Agenda agenda) {
        this.free = technicians;
        this.calendar = calendar;
        this.shelves = shelves;
        this.agenda = agenda;
        for (Urgency urgency : Urgency.values()) {
            waiting.put(urgency, new ArrayDeque<>());
        }
    }

    Calendar calendar() {
        return calendar;
    }

    void request(Job job, double at) {
        job.needsSpareOf().ifPresent(part -> shelves.order(part, at, this::dispatch));
        line(job, at);
    }

    private void line(Job job, double at) {
        queue(job.urgency()).addLast(job);
        dispatch(at);
    }

    /** A job that waits is a failure now. */
    void hasten(Job job, double at) {
        boolean waits = queue(job.urgency()).remove(job);
        job.become(Urgency.FAILURE);
        if (waits) {
            line(job, at);
        }
    }

    /** A technician is free again. */
    void release(double at) {
        free++;
        dispatch(at);
    }

    private void open(double at) {
        alarmSet = false;
        dispatch(at);
    }

    /** Sends out who is free. */
    private void dispatch(double at) {
        if (queue(Urgency.FAILURE).isEmpty() && queue(Urgency.PLANNED).isEmpty()) {
            return;
        }
        if (!calendar.isOpen(at)) {
            if (!alarmSet) {
                alarmSet = true;
                agenda.plan(calendar.next(at), this::open);
            }
            return;
        }
        while (free > 0) {
            Job job = take();
            if (job == null) {
                return;
            }
            free--;
            job.begin(at);
        }
    }

    private @Nullable Job take() {
        for (Urgency urgency : Urgency.values()) {
            for (Job job : queue(urgency)) {
                if (job.needsSpareOf().map(shelves::take).orElse(true)) {
                    queue(urgency).remove(job);
                    return job;
                }
            }
        }
        return null;
    }

    private Deque<Job> queue(Urgency urgency) {
        Deque<Job> queue = waiting.get(urgency);
        if (queue == null) {
            throw new IllegalStateException("no queue for " + urgency);
        }
        return queue;
    }
}
