package org.cmm.core.simulation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What will happen, by time; of one time, what was planned first. A binary heap in three arrays. Plans are never taken
 * back: what changes its mind all the time has one of the {@link Timers} instead. Not thread-safe.
 */
final class Agenda {

    private static final int FIRST_SIZE = 256;

    private double[] times = new double[FIRST_SIZE];
    private long[] turns = new long[FIRST_SIZE];
    private @Nullable Event[] events = new Event[FIRST_SIZE];
    private int size;
    private long planned;

    /** Nothing is planned for an infinite time. */
    void plan(double at, Event event) {
        if (at == Double.POSITIVE_INFINITY) {
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            turns = Arrays.copyOf(turns, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        rise(size++, at, planned++, event);
    }

    /** When the next event is; infinite if there is none. */
    double soonest() {
        return size == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    /** Lets the next event happen. */
    void next() {
        Event first = events[0];
        if (first == null) {
            throw new IllegalStateException("nothing is planned");
        }
        double at = times[0];
        size--;
        if (size > 0) {
            sink(times[size], turns[size], events[size]);
        }
        events[size] = null;
        first.happen(at);
    }

    private void rise(int from, double at, long turn, Event event) {
        int hole = from;
        while (hole > 0) {
            int parent = (hole - 1) >>> 1;
            if (isBefore(times[parent], turns[parent], at, turn)) {
                break;
            }
            put(hole, times[parent], turns[parent], events[parent]);
            hole = parent;
        }
        put(hole, at, turn, event);
    }

    private void sink(double at, long turn, @Nullable Event event) {
        int hole = 0;
        for (int child = 1; child < size; child = 2 * hole + 1) {
            int other = child + 1;
            if (other < size && isBefore(times[other], turns[other], times[child], turns[child])) {
                child = other;
            }
            if (isBefore(at, turn, times[child], turns[child])) {
                break;
            }
            put(hole, times[child], turns[child], events[child]);
            hole = child;
        }
        put(hole, at, turn, event);
    }

    private static boolean isBefore(double at, long turn, double otherAt, long otherTurn) {
        return at < otherAt || (at == otherAt && turn < otherTurn);
    }

    private void put(int index, double at, long turn, @Nullable Event event) {
        times[index] = at;
        turns[index] = turn;
        events[index] = event;
    }
}
