package org.cmm.core.statistics;

/**
 * A mean with its interval, of any unit. With fewer than two values nothing is known of their spread, and the interval
 * is infinite; without any the mean is 0, which that interval covers.
 *
 * @param halfWidth from the mean to either end, 0 or more, perhaps infinite
 * @param n how many independent values it is made of
 * @param level how often such intervals hold the truth, such as 0.95
 */
public record Estimate(double mean, double halfWidth, int n, double level) {

    public Estimate {
        Samples.finite("estimate", "mean", mean);
        if (!(halfWidth >= 0)) {
            throw new IllegalArgumentException("estimate: half-width must be 0 or more, was %s".formatted(halfWidth));
        }
        if (n < 0) {
            throw new IllegalArgumentException("estimate: n must be 0 or more, was %d".formatted(n));
        }
        Samples.level(level);
    }

    public double lower() {
        return mean - halfWidth;
    }

    public double upper() {
        return mean + halfWidth;
    }

    /** As a share of the mean; infinite for a mean of 0 that is not certain. */
    public double relativeHalfWidth() {
        return halfWidth == 0 ? 0 : halfWidth / Math.abs(mean);
    }

    /** What the half-width is a multiple of; infinite with fewer than two values. */
    public double standardError() {
        return n < 2 ? Double.POSITIVE_INFINITY : halfWidth / Critical.student(level, n - 1);
    }

    /** By how many standard errors it is above a value. */
    public double aboveInErrors(double value) {
        return mean == value ? 0 : (mean - value) / standardError();
    }

    /** Whether it can be told from nothing at all: of a difference, whether the difference is real. */
    public boolean excludesZero() {
        return lower() > 0 || upper() < 0;
    }
}
