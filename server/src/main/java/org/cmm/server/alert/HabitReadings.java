package org.cmm.server.alert;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;
import org.cmm.server.history.SampleRows;

/**
 * Readings of a server's series as they are read back, to make habits of.
 *
 * @param since from when each metric counts; others do not
 */
record HabitReadings(Map<String, Instant> since, Map<Series, Column> columns) {

    HabitReadings(Map<String, Instant> since) {
        this(since, new HashMap<>());
    }

    void add(SampleRows rows) {
        List<Series> layout = rows.layout().series();
        for (int column = 0; column < layout.size(); column++) {
            Series series = layout.get(column);
            Instant from = since.get(series.metric());
            if (from != null) {
                columns.computeIfAbsent(series, _ -> new Column()).add(rows, column, from.toEpochMilli());
            }
        }
    }

    /** Of those series that are known for some hour. */
    Map<Series, Habit> habits(ZoneId zone) {
        Map<Series, Habit> habits = new HashMap<>();
        columns.forEach((series, column) -> {
            Habit habit = Habit.of(column.readings(series), zone);
            if (habit.hoursKnown() > 0) {
                habits.put(series, habit);
            }
        });
        return habits;
    }

    /** The readings of one series. */
    static final class Column {

        private long[] times = new long[256];
        private double[] values = new double[256];
        private int count;

        void add(SampleRows rows, int column, long fromMillis) {
            for (int row = 0; row < rows.count(); row++) {
                if (rows.at()[row] >= fromMillis) {
                    add(rows.at()[row], rows.values()[row * rows.layout().columns() + column]);
                }
            }
        }

        private void add(long atMillis, double value) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            times[count] = atMillis;
            values[count] = value;
            count++;
        }

        Habit.Readings readings(Series series) {
            return new Habit.Readings(
                    RuleFigures.unit(series.metric()), Arrays.copyOf(times, count), Arrays.copyOf(values, count));
        }
    }
}
