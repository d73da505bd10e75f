package org.cmm.core.forecast;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.cmm.core.metric.Unit;

/**
 * What a series of one machine usually reads at each hour of the week, by the clocks of its site: the median of its
 * readings in that hour over some weeks, and how far readings usually lie from it.
 *
 * <p>The spread is the median of the distances from the median (F. R. Hampel, <i>The influence curve and its role in
 * robust estimation</i>, Journal of the American Statistical Association 69, 1974), times 1.4826, which makes it the
 * standard deviation of readings that are normally distributed; half of the readings may be wild without moving it far.
 * It is never less than a floor, or a machine that always idles would be unusual at its first breath.
 *
 * <p>An hour is known once it holds readings of {@link #LEAST_WEEKS} different weeks. When clocks are put back, both
 * readings of the hour that comes twice belong to it; when they are put forward, the hour that is left out gets none.
 *
 * <p>Immutable. Memory: two halves of a word for each of 168 hours, some 700 bytes; their precision is a thousandth.
 */
public final class Habit {

    public static final int LEAST_WEEKS = 3;

    private static final int HOURS = 7 * 24;
    private static final double TO_DEVIATION = 1.4826;
    private static final double FLOOR_OF_RATIO = 0.03;
    private static final double FLOOR_OF_USUAL = 0.1;

    /** A word's half reaches to 65,504, and a petabyte is more: values are kept in parts of the greatest one. */
    private final double scale;

    private final ZoneId zone;
    private final short[] medians = new short[HOURS];
    private final short[] spreads = new short[HOURS];

    private Habit(ZoneId zone, double scale) {
        this.zone = zone;
        this.scale = scale;
    }

    /**
     * Readings of one series, in any order.
     *
     * @param atMillis when each was taken, since 1970
     * @param values NaN where absent
     */
    @SuppressWarnings("ArrayRecordComponent") // read only, and never compared
    public record Readings(Unit unit, long[] atMillis, double[] values) {}

    /** What the readings of some weeks make usual. */
    public static Habit of(Readings readings, ZoneId zone) {
        double[] known =
                Arrays.stream(readings.values()).filter(Double::isFinite).toArray();
        double scale = Arrays.stream(known).map(Math::abs).max().orElse(1);
        Habit habit = new Habit(zone, scale > 0 ? scale : 1);
        double floor = readings.unit() == Unit.RATIO
                ? FLOOR_OF_RATIO
                : Math.max(FLOOR_OF_USUAL * Math.abs(Quantiles.of(known).median()), habit.scale / 1_000);
        Hours hours = new Hours(readings, zone);
        for (int hour = 0; hour < HOURS; hour++) {
            habit.learn(hour, hours.of(hour), floor);
        }
        return habit;
    }

    private void learn(int hour, double[] values, double floor) {
        if (values.length == 0) {
            medians[hour] = Float.floatToFloat16(Float.NaN);
            spreads[hour] = Float.floatToFloat16(Float.NaN);
            return;
        }
        double median = Quantiles.of(values).median();
        double away = Quantiles.of(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray())
                .median();
        medians[hour] = Float.floatToFloat16((float) (median / scale));
        spreads[hour] = Float.floatToFloat16((float) (Math.max(floor, TO_DEVIATION * away) / scale));
    }

    /** How many hours of the week are known. */
    public int hoursKnown() {
        int known = 0;
        for (short median : medians) {
            known += Float.isNaN(Float.float16ToFloat(median)) ? 0 : 1;
        }
        return known;
    }

    /** What is usual now, and until when that holds. */
    public Usual at(Instant time) {
        ZonedDateTime there = time.atZone(zone);
        int hour = hour(there);
        return new Usual(
                scale * Float.float16ToFloat(medians[hour]),
                scale * Float.float16ToFloat(spreads[hour]),
                end(there).toEpochMilli());
    }

    /**
     * What is usual in an hour.
     *
     * @param median NaN when nobody knows
     * @param spread more than zero; NaN when nobody knows
     * @param untilMillis when the hour ends, since 1970
     */
    public record Usual(double median, double spread, long untilMillis) {}

    private static int hour(ZonedDateTime there) {
        return (there.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue()) * 24 + there.getHour();
    }

    /** At the next full hour, or when clocks are changed before. */
    private static Instant end(ZonedDateTime there) {
        Instant full = there.toInstant()
                .plus(1, ChronoUnit.HOURS)
                .minusSeconds(there.getMinute() * 60L + there.getSecond())
                .truncatedTo(ChronoUnit.SECONDS);
        var change = there.getZone().getRules().nextTransition(there.toInstant());
        return change != null && change.getInstant().isBefore(full) ? change.getInstant() : full;
    }

    /** Readings sorted by their hour of the week. */
    private static final class Hours {

        private final long[] order;
        private final double[] values;
        private int next;

        /** Each reading is one word: its hour, its week, and where it lies; so that they are sorted at once. */
        Hours(Readings readings, ZoneId zone) {
            this.values = readings.values();
            long[] words = new long[values.length];
            int count = 0;
            for (int index = 0; index < values.length; index++) {
                if (Double.isFinite(values[index])) {
                    ZonedDateTime there =
                            Instant.ofEpochMilli(readings.atMillis()[index]).atZone(zone);
                    long week = Math.floorDiv(there.toLocalDateTime().toEpochSecond(ZoneOffset.UTC) / 86_400 + 3, 7L);
                    words[count] = (long) hour(there) << 48 | (week & 0xFFFF) << 32 | index;
                    count++;
                }
            }
            this.order = Arrays.copyOf(words, count);
            Arrays.sort(order);
        }

        /** The hour's readings; none when they are of too few weeks. Asked for one hour after the other. */
        double[] of(int hour) {
            int from = next;
            int weeks = 0;
            long week = -1;
            while (next < order.length && order[next] >> 48 == hour) {
                if (order[next] >> 32 != week) {
                    weeks++;
                    week = order[next] >> 32;
                }
                next++;
            }
            return weeks < LEAST_WEEKS
                    ? new double[0]
                    : Arrays.stream(order, from, next)
                            .mapToDouble(word -> values[(int) word])
                            .toArray();
        }
    }
}
