package org.cmm.core.simulation;

import java.util.Arrays;

/**
 * How fast a site's machines age while they run: not at all while the mains are off, and some parts faster for a while
 * after. It turns hours of the calendar into hours of operation and back. Immutable.
 *
 * <p>Cost: a few steps, since a table says where in the arrays to begin.
 */
final class Pace {

    /** Everything is always on. */
    static final Pace STEADY = new Pace(new double[] {0}, new double[] {0}, new double[] {1});

    private final double[] from;
    private final double[] operated;
    private final double[] rate;
    private final Guide byTime;
    private final Guide byOperated;

    private Pace(double[] from, double[] operated, double[] rate) {
        this.from = from;
        this.operated = operated;
        this.rate = rate;
        byTime = new Guide(from);
        byOperated = new Guide(operated);
    }

    /**
     * Of a site.
     *
     * @param off when the mains are off
     * @param aftermath for how many hours after
     * @param stress how many times as fast it goes then
     */
    static Pace of(Stretches off, double aftermath, double stress) {
        if (off.count() == 0) {
            return STEADY;
        }
        Building building = new Building(3 * off.count() + 1);
        building.go(0, 1);
        for (int cut = 0; cut < off.count(); cut++) {
            building.go(off.begin(cut), 0);
            building.go(off.end(cut), stress);
            double calm = off.end(cut) + aftermath;
            if (stress != 1 && (cut + 1 == off.count() || calm < off.begin(cut + 1))) {
                building.go(calm, 1);
            }
        }
        return building.built();
    }

    /** Hours of operation until then. */
    double operated(double at) {
        if (from.length == 1) {
            return at;
        }
        int index = byTime.last(at);
        return operated[index] + (at - from[index]) * rate[index];
    }

    /** When so many hours of operation have passed. */
    double when(double hours) {
        if (from.length == 1 || hours == Double.POSITIVE_INFINITY) {
            return hours;
        }
        int index = byOperated.last(hours);
        return rate[index] == 0 ? from[index] : from[index] + (hours - operated[index]) / rate[index];
    }

    /** Finds the last of rising numbers that is not greater than another; the first is 0. */
    private static final class Guide {
        private final double[] rising;
        private final int[] first;
        private final double perBucket;

        Guide(double[] rising) {
            this.rising = rising;
            double last = rising[rising.length - 1];
            perBucket = last == 0 ? 1 : last / rising.length;
            first = new int[rising.length + 2];
            int index = 0;
            for (int bucket = 0; bucket < first.length; bucket++) {
                while (index + 1 < rising.length && rising[index + 1] <= bucket * perBucket) {
                    index++;
                }
                first[bucket] = index;
            }
        }

        int last(double value) {
            int bucket = (int) Math.min(value / perBucket, first.length - 1.0);
            int index = first[bucket];
            while (index + 1 < rising.length && rising[index + 1] <= value) {
                index++;
            }
            return index > 0 && rising[index] > value ? index - 1 : index;
        }
    }

    private static final class Building {
        private final double[] from;
        private final double[] operated;
        private final double[] rate;
        private int size;

        Building(int most) {
            from = new double[most];
            operated = new double[most];
            rate = new double[most];
        }

        void go(double at, double atRate) {
            double before = size == 0 ? 0 : operated[size - 1] + (at - from[size - 1]) * rate[size - 1];
            from[size] = at;
            operated[size] = before;
            rate[size] = atRate;
            size++;
        }

        Pace built() {
            return new Pace(Arrays.copyOf(from, size), Arrays.copyOf(operated, size), Arrays.copyOf(rate, size));
        }
    }
}
