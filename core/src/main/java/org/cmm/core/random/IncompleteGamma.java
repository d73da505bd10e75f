package org.cmm.core.random;

/**
 * The regularised incomplete gamma function, the same bits on every machine: by its series below {@code shape + 1} and
 * by its continued fraction above (M. Abramowitz, I. A. Stegun, <i>Handbook of mathematical functions</i>, 6.5.29 and
 * 6.5.31, the latter evaluated as W. J. Lentz does it). Some 13 digits; shapes up to some thousands.
 */
final class IncompleteGamma {

    private static final int MOST_TERMS = 10_000;
    private static final double ENOUGH = 1e-16;
    private static final double TINY = 1e-300;

    /** From here on Stirling's series is exact to the last digit. */
    private static final double STIRLING = 16;

    private IncompleteGamma() {}

    /** The share below {@code x}. */
    static double lower(double shape, double x, double logGamma) {
        return x < shape + 1 ? series(shape, x, logGamma) : 1 - fraction(shape, x, logGamma);
    }

    /** The share above {@code x}. */
    static double upper(double shape, double x, double logGamma) {
        return x < shape + 1 ? 1 - series(shape, x, logGamma) : fraction(shape, x, logGamma);
    }

    private static double series(double shape, double x, double logGamma) {
        double term = 1 / shape;
        double sum = term;
        for (int n = 1; n < MOST_TERMS && term > sum * ENOUGH; n++) {
            term *= x / (shape + n);
            sum += term;
        }
        return sum * front(shape, x, logGamma);
    }

    private static double fraction(double shape, double x, double logGamma) {
        double b = x + 1 - shape;
        double c = 1 / TINY;
        double d = 1 / b;
        double value = d;
        for (int n = 1; n < MOST_TERMS; n++) {
            double a = -n * (n - shape);
            b += 2;
            d = 1 / away(a * d + b);
            c = away(b + a / c);
            double factor = d * c;
            value *= factor;
            if (Math.abs(factor - 1) <= 4 * ENOUGH) {
                break;
            }
        }
        return value * front(shape, x, logGamma);
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    private static double front(double shape, double x, double logGamma) {
        return StrictMath.exp(shape * StrictMath.log(x) - x - logGamma);
    }

    /** The logarithm of the gamma function, for {@code x} above 0 (Abramowitz and Stegun, 6.1.15 and 6.1.41). */
    static double logGamma(double x) {
        double product = 1;
        double z = x;
        while (z < STIRLING) {
            product *= z;
            z++;
        }
        double square = 1 / (z * z);
        double correction =
                (1 / 12.0 - square * (1 / 360.0 - square * (1 / 1260.0 - square * (1 / 1680.0 - square / 1188)))) / z;
        return (z - 0.5) * StrictMath.log(z)
                - z
                + StrictMath.log(2 * Math.PI) / 2
                + correction
                - StrictMath.log(product);
    }
}
