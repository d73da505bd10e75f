package org.cmm.core.alert;

import java.time.Duration;
import java.util.Arrays;

/**
 * Starts of a machine within a time, told from its uptime: a time of start is the sample's time less the uptime. So one
 * sample is enough to know of the last start, whoever saw the one before it. Times are kept in whole minutes.
 */
final class Boots extends Gauge {

    /** Two starts that lie closer are one: a machine's clock is corrected while it runs. */
    static final Duration TOLERANCE = Duration.ofMinutes(2);

    private static final long MINUTE = 60_000;

    private final long withinMinutes;
    private final int[] minutes = new int[Kind.RestartSeen.MOST];

    Boots(Duration within) {
        this.withinMinutes = within.toMinutes();
    }

    @Override
    double read(double uptimeSeconds, long atMillis) {
        if (Double.isNaN(uptimeSeconds)) {
            return Double.NaN;
        }
        int started = (int) ((atMillis - Math.round(uptimeSeconds * 1000)) / MINUTE);
        if (started > minutes[0] + TOLERANCE.toMinutes()) {
            System.arraycopy(minutes, 0, minutes, 1, minutes.length - 1);
            minutes[0] = started;
        }
        return within(atMillis / MINUTE - withinMinutes);
    }

    private int within(long firstMinute) {
        int count = 0;
        while (count < minutes.length && minutes[count] > firstMinute) {
            count++;
        }
        return count;
    }

    @Override
    void forget() {
        Arrays.fill(minutes, 0);
    }
}
