package org.cmm.core.alert;

/** Seconds since the last reading of a series, by the times of its server's samples; NaN before the first reading. */
final class Age extends Gauge {

    private static final double SECOND = 1000;

    private long last = Long.MIN_VALUE;

    @Override
    double read(double value, long atMillis) {
        if (!Double.isNaN(value)) {
            last = atMillis;
        }
        return last == Long.MIN_VALUE ? Double.NaN : (atMillis - last) / SECOND;
    }

    @Override
    void forget() {
        last = Long.MIN_VALUE;
    }
}
