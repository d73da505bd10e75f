package org.cmm.server.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoublePredicate;

/** Finds the number with few digits that somebody wrote before it was reckoned with. */
final class Rounding {

    private static final int MOST_DIGITS = 8;

    private Rounding() {}

    /** The one with the fewest digits that is exact, up to eight; the number itself if none is. */
    static double near(double number, DoublePredicate exact) {
        if (!Double.isFinite(number) || number == 0) {
            return number;
        }
        for (int digits = 1; digits <= MOST_DIGITS; digits++) {
            double rounded =
                    new BigDecimal(number).round(new MathContext(digits)).doubleValue();
            if (exact.test(rounded)) {
                return rounded;
            }
        }
        return number;
    }
}
