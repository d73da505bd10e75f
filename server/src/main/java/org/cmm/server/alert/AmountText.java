package org.cmm.server.alert;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Pattern;
import org.cmm.core.metric.Unit;
import org.cmm.server.access.Language;

/**
 * Levels as people type them: percent, GiB, MiB each second, durations, plain numbers.
 *
 * @param perHour whether it is a change in each hour
 */
record AmountText(Unit unit, boolean perHour) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}([.,]\\d{1,6})?");
    static final double GIB = 1L << 30;
    private static final double MIB = 1L << 20;

    /** What is a step but for the last bits of a number stays on it. */
    private static final double NEARLY = 1e-9;

    String write(double amount) {
        return switch (unit) {
            case RATIO -> PercentText.write(amount);
            case SECONDS -> DurationText.write(Duration.ofSeconds(Math.round(amount)));
            case BYTES, BYTES_PER_SECOND, COUNT -> number(amount / factor());
        };
    }

    Optional<Double> read(String text) {
        return switch (unit) {
            case RATIO -> PercentText.read(text);
            case SECONDS -> DurationText.read(text).map(duration -> (double) duration.toSeconds());
            case BYTES, BYTES_PER_SECOND, COUNT -> number(text).map(number -> number * factor());
        };
    }

    /** What stands behind the field. */
    String suffix(Language language) {
        String bytes = language == Language.FRENCH ? "o" : "B";
        String suffix =
                switch (unit) {
                    case RATIO -> "%";
                    case BYTES -> "Gi" + bytes;
                    case BYTES_PER_SECOND -> "Mi" + bytes + "/s";
                    case SECONDS, COUNT -> "";
                };
        return perHour ? suffix + "/h" : suffix;
    }

    /** Rounds a level down to one that people like to read and that catches no less; small ones stay as they are. */
    static DoubleUnaryOperator neat(Unit unit) {
        double step =
                switch (unit) {
                    case RATIO -> 0.005;
                    case BYTES -> GIB / 10;
                    case BYTES_PER_SECOND -> MIB / 10;
                    case SECONDS -> 60;
                    case COUNT -> 0.1;
                };
        return level -> Math.abs(level) < step ? level : Math.floor(level / step + NEARLY) * step;
    }

    private double factor() {
        return switch (unit) {
            case BYTES -> GIB;
            case BYTES_PER_SECOND -> MIB;
            case RATIO, SECONDS, COUNT -> 1;
        };
    }

    static String number(double amount) {
        return BigDecimal.valueOf(amount)
                .round(MathContext.DECIMAL32)
                .stripTrailingZeros()
                .toPlainString();
    }

    static Optional<Double> number(String text) {
        String number = text.strip();
        return NUMBER.matcher(number).matches()
                ? Optional.of(Double.parseDouble(number.replace(',', '.')))
                : Optional.empty();
    }
}
