package org.cmm.core.history;

import java.util.Arrays;

/**
 * Adds up an interval, from samples or from roll-ups of the finer tier, either in order of time. The outcome does not
 * depend on how it is cut into calls. Not safe for several threads.
 */
public final class RollupBuilder {

    /** What agents do unless told otherwise; taken for servers of which nothing else can be seen. */
    private static final double USUAL_STEP = 10_000;
    /** Whole numbers up to here are exact as double. */
    private static final double EXACT = 1L << 53;

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final Tier tier;
    private final long at;
    private final int[] decimals;
    private final double[] numbers;
    private long samples;
    private double covered;
    private long first;
    private long last;
    private double smallestGap = Double.MAX_VALUE;

    /**
     * @param at start of the interval in milliseconds since 1970
     * @param decimals of each series, 0 to 9: sums are kept to so many, which makes them exact
     */
    public RollupBuilder(Tier tier, long at, int[] decimals) {
        this.tier = tier;
        this.at = at;
        this.decimals = decimals;
        this.numbers = new double[Rollup.width(decimals.length)];
        Arrays.fill(numbers, Double.NaN);
        for (int series = 0; series < decimals.length; series++) {
            numbers[place(series) + Rollup.SUM] = 0;
            numbers[place(series) + Rollup.COUNT] = 0;
        }
    }

    public long at() {
        return at;
    }

    /** Adds a sample that is later than those before; its values begin at {@code offset}, {@code NaN} is absent. */
    public void add(long time, double[] values, int offset) {
        if (samples == 0) {
            first = time;
        } else {
            smallestGap = Math.min(smallestGap, time - last);
        }
        last = time;
        samples++;
        for (int series = 0; series < decimals.length; series++) {
            double value = values[offset + series];
            if (!Double.isNaN(value)) {
                add(place(series), value, value, value, value, 1);
            }
        }
    }

    /** Adds a roll-up of the finer tier that is later than those before. */
    public void add(Rollup part) {
        if (samples == 0) {
            first = part.first();
        }
        last = part.last();
        samples += part.samples();
        covered += part.coverage();
        for (int series = 0; series < decimals.length; series++) {
            double count = part.of(series, Rollup.COUNT);
            if (count > 0) {
                add(
                        place(series),
                        part.of(series, Rollup.MINIMUM),
                        part.of(series, Rollup.MAXIMUM),
                        part.of(series, Rollup.SUM),
                        part.of(series, Rollup.LAST),
                        count);
            }
        }
    }

    private void add(int place, double minimum, double maximum, double sum, double latest, double count) {
        boolean begun = numbers[place + Rollup.COUNT] > 0;
        numbers[place] = begun ? Math.min(numbers[place], minimum) : minimum;
        numbers[place + Rollup.MAXIMUM] = begun ? Math.max(numbers[place + Rollup.MAXIMUM], maximum) : maximum;
        numbers[place + Rollup.SUM] += sum;
        numbers[place + Rollup.LAST] = latest;
        numbers[place + Rollup.COUNT] += count;
    }

    /**
     * What was added; more may be added afterwards.
     *
     * @param step milliseconds between two samples as the server takes them; 0 when that is not known, then the
     *     smallest distance seen counts
     */
    public Rollup build(long step) {
        double[] built = numbers.clone();
        built[0] = samples;
        built[1] = coverage(step);
        built[2] = (first - at) / 1000.0;
        built[3] = (last - at) / 1000.0;
        for (int series = 0; series < decimals.length; series++) {
            int place = place(series);
            boolean none = built[place + Rollup.COUNT] == 0;
            built[place + Rollup.SUM] = none ? Double.NaN : exact(built[place + Rollup.SUM], decimals[series]);
        }
        return new Rollup(at, built);
    }

    private double coverage(long step) {
        double share = tier == Tier.FIVE_MINUTES
                ? samples * step(step) / tier.millis()
                : covered * tier.finer().orElseThrow().millis() / tier.millis();
        return Math.min(1, Math.rint(share * 1e4) / 1e4);
    }

    private double step(long known) {
        if (known > 0) {
            return known;
        }
        return smallestGap == Double.MAX_VALUE ? USUAL_STEP : smallestGap;
    }

    /** Readings are whole multiples of a power of ten, so their sum is one too; adding doubles may miss it by a bit. */
    private static double exact(double sum, int decimals) {
        double scaled = Math.rint(sum * POWERS_OF_TEN[decimals]);
        return Math.abs(scaled) < EXACT ? scaled / POWERS_OF_TEN[decimals] : sum;
    }

    private static int place(int series) {
        return Rollup.HEAD + Rollup.EACH * series;
    }
}
