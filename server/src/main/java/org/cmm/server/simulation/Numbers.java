package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers in an experiment's file. */
final class Numbers {

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,15})?)\\s*%");
    private static final int LONGEST_SHOWN = 60;

    private Numbers() {}

    /** The shortest text that is read back to the same bits. */
    static String text(double value) {
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        return size >= 1e-9 && size < 1e17
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    /** A share of 0 to 1, of a number or of percent. */
    static Optional<Double> share(JsonNode node) {
        Optional<Double> value = node.isNumber() ? Optional.of(node.doubleValue()) : percent(node);
        return value.filter(share -> share >= 0 && share <= 1);
    }

    /** Of {@code 0.93 %}. */
    static Optional<Double> percent(JsonNode node) {
        Matcher percent = PERCENT.matcher(node.isTextual() ? node.textValue().strip() : "");
        return percent.matches()
                ? Optional.of(new BigDecimal(percent.group(1).replace(',', '.'))
                        .movePointLeft(2)
                        .doubleValue())
                : Optional.empty();
    }

    static String cut(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
