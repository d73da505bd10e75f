package org.cmm.core.random;

/**
 * How long something takes, as a matter of chance. Free of units: a law of hours gives hours. Immutable.
 *
 * <p>A value is drawn by inversion: it is the {@linkplain #quantile quantile} of one random number, always of exactly
 * one, so that two policies that draw different things stay in step, and a greater number never gives a smaller value
 * (common random numbers; A. M. Law, <i>Simulation modeling and analysis</i>, chapter 11). All is computed by
 * StrictMath alone, so it is the same bits on every machine; right to some 12 digits.
 */
public sealed interface Law permits Exponential, Weibull, Lognormal, Gamma, Uniform, Fixed, Empirical, Never {

    /** Draws one value, 0 or more. */
    default double sample(RandomStream stream) {
        return quantile(stream.next());
    }

    /** The mean; infinite for {@link Never}. */
    double mean();

    /** The mean square of the distance from the mean; infinite for {@link Never}. */
    double variance();

    /** How likely it has ended by {@code time}, 0 to 1. */
    double cumulative(double time);

    /** How likely it lasts longer than {@code time}; without the loss of digits of 1 less the other. */
    double survival(double time);

    /**
     * The rate at which what lasted until {@code time} ends there. Where the law is one of single points it is no rate
     * but a probability; infinite where nothing lasts so long.
     */
    double hazard(double time);

    /**
     * The time by which it has ended with probability {@code p}; the least one, if there are several.
     *
     * @param p from 0 to 1
     */
    double quantile(double p);

    /**
     * The time by which what has lasted until {@code age} has ended with probability {@code p}; not less than the age.
     * Where hardly anything lasts so long, digits are lost unless the law knows better.
     *
     * @param p from 0 to 1
     */
    default double quantileBeyond(double age, double p) {
        return Math.max(age, quantile(1 - survival(age) * (1 - p)));
    }
}
