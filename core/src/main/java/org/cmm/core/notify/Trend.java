package org.cmm.core.notify;

import java.time.Duration;
import java.util.OptionalDouble;

/** Which way a value went lately: the slope of the line through its readings, by least squares. */
public final class Trend {

    /** Less than this tells nothing. */
    private static final int FEWEST = 10;

    private static final double SHORTEST_SECONDS = Duration.ofMinutes(10).toSeconds();
    private static final double HOUR = 3_600;

    private double count;
    private double times;
    private double values;
    private double products;
    private double squares;
    private long first;
    private long last;

    /** @param seconds of its time since any fixed moment, none before the one before; absent readings are left out */
    public void add(long seconds, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (count == 0) {
            first = seconds;
        }
        last = seconds;
        double time = (seconds - first) / HOUR;
        count++;
        times += time;
        values += value;
        products += time * value;
        squares += time * time;
    }

    /** The change in an hour, in the unit of the values; empty with fewer than ten readings or ten minutes. */
    public OptionalDouble perHour() {
        if (count < FEWEST || last - first < SHORTEST_SECONDS) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((count * products - times * values) / (count * squares - times * times));
    }
}
