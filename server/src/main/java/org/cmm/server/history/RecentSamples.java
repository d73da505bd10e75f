package org.cmm.server.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.jspecify.annotations.Nullable;

/** What one server sent last, and its processor's means by the minute. Guarded by its own monitor. */
final class RecentSamples {

    static final int MINUTES = 60;
    /** The hour's whole minutes, and the one that is not over. */
    private static final int SLOTS = MINUTES + 1;

    private static final Series CPU = Series.of(Metrics.CPU_UTILIZATION);

    private final double[] sums = new double[SLOTS];
    private final int[] counts = new int[SLOTS];
    private final long[] minutes = new long[SLOTS];
    private @Nullable SampleRows newestRows;
    private int newestRow;
    private long newestAt = Long.MIN_VALUE;
    private long lastContactMillis;

    synchronized void add(SampleRows rows, long receivedAtMillis) {
        lastContactMillis = Math.max(lastContactMillis, receivedAtMillis);
        int cpu = rows.layout().column(CPU);
        for (int row = 0; row < rows.count(); row++) {
            long at = rows.at()[row];
            if (at > newestAt) {
                newestAt = at;
                newestRows = rows;
                newestRow = row;
            }
            if (cpu >= 0) {
                addCpu(at / 60_000, rows.values()[row * rows.layout().columns() + cpu]);
            }
        }
    }

    private void addCpu(long minute, double value) {
        int slot = Math.floorMod(minute, SLOTS);
        if (Double.isNaN(value) || minute < minutes[slot]) {
            return;
        }
        if (minute > minutes[slot]) {
            minutes[slot] = minute;
            sums[slot] = 0;
            counts[slot] = 0;
        }
        sums[slot] += value;
        counts[slot]++;
    }

    synchronized Optional<Latest> latest() {
        SampleRows rows = newestRows;
        if (rows == null) {
            return Optional.empty();
        }
        Map<String, Double> values = new HashMap<>();
        int columns = rows.layout().columns();
        for (int column = 0; column < columns; column++) {
            double value = rows.values()[newestRow * columns + column];
            if (!Double.isNaN(value)) {
                values.put(rows.layout().series().get(column).toString(), value);
            }
        }
        return Optional.of(new Latest(lastContactMillis, newestAt, values));
    }

    synchronized long lastContactMillis() {
        return lastContactMillis;
    }

    synchronized float[] cpuLastHour(long nowMillis) {
        float[] means = new float[MINUTES];
        long first = nowMillis / 60_000 - MINUTES;
        for (int index = 0; index < MINUTES; index++) {
            int slot = Math.floorMod(first + index, SLOTS);
            boolean there = minutes[slot] == first + index && counts[slot] > 0;
            means[index] = there ? (float) (sums[slot] / counts[slot]) : Float.NaN;
        }
        return means;
    }
}
