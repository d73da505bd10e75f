package org.cmm.server.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ratios as people type them: {@code 92.5} or {@code 92,5} is 0.925. */
final class PercentText {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}([.,]\\d{1,4})?");

    private PercentText() {}

    static String write(double ratio) {
        return BigDecimal.valueOf(ratio)
                .movePointRight(2)
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toPlainString();
    }

    static Optional<Double> read(String text) {
        String number = text.replace("%", "").strip();
        return NUMBER.matcher(number).matches()
                ? Optional.of(new BigDecimal(number.replace(',', '.'))
                        .movePointLeft(2)
                        .doubleValue())
                : Optional.empty();
    }
}
