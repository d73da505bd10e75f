package org.cmm.server.history;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.cmm.core.history.Tier;

/**
 * The five minutes of one server that are being added up as its samples come, with the hours they come to, and what is
 * to be looked up on disk because it was not seen entirely. Guarded by its own monitor.
 */
final class OpenRollup {

    private static final Tier TIER = Tier.FIVE_MINUTES;

    private final List<TierRow> finished = new ArrayList<>();
    private final List<TierRow> again = new ArrayList<>();
    private final NavigableSet<Long> due = new TreeSet<>();
    private final LongUnaryOperator steps;
    private final OpenHour hour = new OpenHour();
    private OpenInterval open = OpenInterval.none(TIER);
    private boolean begun;
    private boolean dueFromTheLast;
    private boolean changed;
    /** Whether roll-ups of the open interval were taken out already. */
    private boolean taken;

    private long wholeFrom = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;
    private long heard = Long.MIN_VALUE;

    /** @param steps from the start of an interval to the milliseconds between two of its samples; 0 is not known */
    OpenRollup(LongUnaryOperator steps) {
        this.steps = steps;
    }

    /**
     * What is to be done for the server.
     *
     * @param fresh rows of intervals of which there is nothing on disk
     * @param again rows of which there may be earlier ones on disk
     * @param hours rows of hours that ended, of which there may be earlier ones on disk
     * @param fromTheLast whether to look on disk for what came after the newest roll-up there
     * @param due starts of intervals to be read from disk
     */
    record Work(
            int server,
            List<TierRow> fresh,
            List<TierRow> again,
            List<TierRow> hours,
            boolean fromTheLast,
            NavigableSet<Long> due) {

        boolean isEmpty() {
            return fresh.isEmpty() && again.isEmpty() && hours.isEmpty() && !fromTheLast && due.isEmpty();
        }
    }

    /** Looks on disk for what came after the newest roll-up there. */
    synchronized void catchUp() {
        dueFromTheLast = true;
    }

    /** @param now when they came, in milliseconds since 1970 */
    synchronized void add(SampleRows rows, long now) {
        heard = now;
        if (!begun) {
            dueFromTheLast = true;
            noteDue(rows);
        } else if (rows.allNewerThan(newest)) {
            addFresh(rows);
        } else if (rows.newest() >= oldestInMemory()) {
            giveUp(rows);
        } else {
            hour.lose();
        }
        newest = Math.max(newest, rows.newest());
    }

    private void noteDue(SampleRows rows) {
        for (long at : rows.at()) {
            due.add(TIER.start(at));
        }
    }

    /**
     * Tells the newest sample on disk: intervals after its own are seen from their beginning. Until then nobody knows
     * what came before, and all is read from disk; what has come meanwhile is read from there too.
     */
    synchronized void begin(long newestOnDisk) {
        begun = true;
        newest = Math.max(newest, newestOnDisk);
        forget();
    }

    private void addFresh(SampleRows rows) {
        int columns = rows.layout().columns();
        for (int row = 0; row < rows.count(); row++) {
            long at = rows.at()[row];
            long start = TIER.start(at);
            if (start < wholeFrom) {
                due.add(start);
            } else {
                if (start != open.start()) {
                    finish(start);
                    open = new OpenInterval(TIER, start);
                }
                open.of(rows.layout()).add(at, rows.values(), row * columns);
                changed = true;
            }
        }
    }

    private void finish(long next) {
        List<TierRow> rows = open.rows(steps);
        if (changed) {
            (taken ? again : finished).addAll(rows);
        }
        hour.add(rows, wholeFrom, next);
        changed = false;
        taken = false;
    }

    private long oldestInMemory() {
        long waiting =
                waitingRows().mapToLong(TierRow::at).findFirst().orElse(open.isEmpty() ? Long.MAX_VALUE : open.start());
        return Math.min(waiting, TIER.start(newest));
    }

    private Stream<TierRow> waitingRows() {
        return Stream.of(again, finished).flatMap(List::stream);
    }

    /** Late rows fell into what is not written yet, so that is read from disk where they are in order. */
    private void giveUp(SampleRows rows) {
        forget();
        noteDue(rows);
        wholeFrom = TIER.start(Math.max(newest, rows.newest())) + TIER.millis();
    }

    /** Gives the memory back; what was in it is read from disk. */
    synchronized void forget() {
        waitingRows().forEach(row -> due.add(row.at()));
        finished.clear();
        again.clear();
        if (!open.isEmpty()) {
            due.add(open.start());
        }
        open = OpenInterval.none(TIER);
        hour.lose();
        changed = false;
        taken = false;
        if (newest > Long.MIN_VALUE) {
            wholeFrom = Math.max(wholeFrom, TIER.start(newest) + TIER.millis());
        }
    }

    /** Takes out what was over at {@code now}; an interval that is over stays open for rows that come after all. */
    synchronized Work take(int server, long now) {
        if (dueFromTheLast) {
            forget();
        }
        if (changed && open.isOver(now)) {
            (taken ? again : finished).addAll(open.rows(steps));
            changed = false;
            taken = true;
        }
        NavigableSet<Long> over = new TreeSet<>(due.headSet(now - TIER.millis(), true));
        due.removeAll(over);
        Work work = new Work(server, List.copyOf(finished), List.copyOf(again), hour.take(), dueFromTheLast, over);
        finished.clear();
        again.clear();
        dueFromTheLast = false;
        return work;
    }

    synchronized void later(long start) {
        due.add(start);
    }

    /** The work could not be done: all of it is read from disk another time. */
    synchronized void putBack(Work work) {
        Stream.of(work.fresh(), work.again()).flatMap(List::stream).forEach(row -> due.add(row.at()));
        due.addAll(work.due());
        dueFromTheLast |= work.fromTheLast();
    }

    synchronized boolean isWithin(long from, long to, long since) {
        return newest >= from && newest < to && heard > since;
    }

    synchronized int waiting() {
        return finished.size();
    }
}
