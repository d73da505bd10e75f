package org.cmm.core.evidence;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as text that is the same everywhere. */
final class Figures {

    private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext LABEL = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final Pattern GROUPS = Pattern.compile("(?<=\\d)(?=(\\d{3})+$)");
    private static final double LONGEST_PLAIN = 1e15;

    private Figures() {}

    /** All digits that it has. */
    static String exact(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < LONGEST_PLAIN;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }

    /** Six digits. */
    static String rounded(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value, DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Four digits, in groups of three, for people. */
    static String label(double value) {
        String text = new BigDecimal(value, LABEL).toPlainString();
        String plain = text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
        return GROUPS.matcher(plain.split("\\.", 2)[0]).replaceAll("\u202f")
                + (plain.contains(".") ? plain.substring(plain.indexOf('.')) : "");
    }

    /** Hundredths, for coordinates. */
    static String coordinate(double value) {
        BigDecimal rounded =
                new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
}
