package org.cmm.core.alert;

import java.util.Arrays;

/**
 * Change per hour between the newest reading and the first one of a slot that began about the rule's time ago. Slots
 * are quarters of that time, counted from 1970, so that a new process keeps the same readings as the old one.
 *
 * <p>A slot's reading is one word of memory: a float, for which 60 kB of a terabyte is the finest change, and when in
 * the slot it was taken, in milliseconds.
 */
final class Slope extends Gauge {

    private static final int QUARTERS = 4;
    private static final int SLOTS = QUARTERS + 1;
    private static final long EMPTY = -1;
    private static final double HOUR = 3_600_000;

    private final Kind.RateOfChange kind;
    private final long[] slots = new long[SLOTS];
    private long newestSlot;

    Slope(Kind.RateOfChange kind) {
        this.kind = kind;
        forget();
    }

    @Override
    double read(double value, long atMillis) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        long slotMillis = kind.over().toMillis() / QUARTERS;
        long slot = atMillis / slotMillis;
        if (slot > newestSlot) {
            keep(slot, (long) Float.floatToIntBits((float) value) << Integer.SIZE | atMillis % slotMillis);
        }
        for (long past = slot - QUARTERS; past < slot; past++) {
            long kept = slots[(int) (past % SLOTS)];
            if (kept != EMPTY) {
                return change(value, atMillis - past * slotMillis, kept);
            }
        }
        return Double.NaN;
    }

    /** @param passed milliseconds since the start of the kept reading's slot */
    private double change(double value, long passed, long kept) {
        long between = passed - (int) kept;
        double change = value - Float.intBitsToFloat((int) (kept >> Integer.SIZE));
        return 2 * between < kind.over().toMillis() ? Double.NaN : kind.side().turned(change * HOUR / between);
    }

    private void keep(long slot, long reading) {
        for (long passed = Math.max(newestSlot + 1, slot - QUARTERS); passed < slot; passed++) {
            slots[(int) (passed % SLOTS)] = EMPTY;
        }
        slots[(int) (slot % SLOTS)] = reading;
        newestSlot = slot;
    }

    @Override
    double told(double value, double number) {
        return kind.side().turned(number);
    }

    @Override
    void forget() {
        Arrays.fill(slots, EMPTY);
        newestSlot = 0;
    }
}
