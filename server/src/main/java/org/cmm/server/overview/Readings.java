package org.cmm.server.overview;

import java.util.Map;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.history.Latest;
import org.jspecify.annotations.Nullable;

/**
 * The few newest readings that a row of the fleet shows; {@code NaN} stands for an absent one.
 *
 * @param cpu ratio
 * @param memory ratio
 * @param disk ratio of the fullest file system
 * @param mountPoint of that file system; empty when there is none
 * @param uptime seconds
 * @param dropped samples that the agent could not keep
 * @param power of a machine with a battery
 */
record Readings(double cpu, double memory, double disk, String mountPoint, double uptime, double dropped, Power power) {

    static final Readings NONE =
            new Readings(Double.NaN, Double.NaN, Double.NaN, "", Double.NaN, Double.NaN, Power.NONE);

    private static final String DISKS = Metrics.FILESYSTEM_UTILIZATION.name() + "{";

    private static final String MAINS = Metrics.MAINS.toString();

    /**
     * What a machine with a battery runs on; {@code NaN} stands for an absent reading.
     *
     * @param mains 1 while the mains are there, else 0
     * @param charge ratio
     */
    record Power(double mains, double charge) {

        static final Power NONE = new Power(Double.NaN, Double.NaN);

        boolean known() {
            return !Double.isNaN(mains);
        }

        boolean hasBattery() {
            return !Double.isNaN(charge);
        }

        boolean onBattery() {
            return mains == 0;
        }
    }

    static Readings of(@Nullable Latest latest) {
        if (latest == null) {
            return NONE;
        }
        Map<String, Double> values = latest.values();
        String fullest = fullest(values);
        return new Readings(
                value(values, Metrics.CPU_UTILIZATION.name()),
                value(values, Metrics.MEMORY_UTILIZATION.name()),
                value(values, fullest),
                fullest.isEmpty() ? "" : mountPoint(fullest),
                value(values, Metrics.UPTIME.name()),
                value(values, Metrics.SPOOL_DROPPED.name()),
                new Power(value(values, MAINS), value(values, Metrics.BATTERY_CHARGE.name())));
    }

    /** What the series is about: the mount point of a file system; empty for the rest. */
    static String mountPoint(String series) {
        return Series.parse(series).attributes().getOrDefault(Metrics.MOUNT_POINT, "");
    }

    private static double value(Map<String, Double> values, String series) {
        Double value = values.get(series);
        return value == null ? Double.NaN : value;
    }

    private static String fullest(Map<String, Double> values) {
        String fullest = "";
        double most = -1;
        for (Map.Entry<String, Double> entry : values.entrySet()) {
            String series = entry.getKey();
            double value = entry.getValue();
            boolean fuller = value > most || value == most && series.compareTo(fullest) < 0;
            if (fuller && series.startsWith(DISKS)) {
                fullest = series;
                most = value;
            }
        }
        return fullest;
    }
}
