package org.cmm.server.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times as people write them: a number and a unit, such as {@code 90 d} or {@code 2.5 h}. A year has 365 days. Written
 * in the unit in which it is shortest, and read back to the same bits.
 */
final class TimeText {

    private enum Unit {
        y(31_536_000),
        d(86_400),
        h(3_600),
        min(60),
        s(1);

        private final BigDecimal seconds;

        Unit(long seconds) {
            this.seconds = BigDecimal.valueOf(seconds);
        }
    }

    private static final Pattern TIME = Pattern.compile("([0-9]{1,15}(?:[.,][0-9]{1,40})?)\\s*([a-zé]{1,10})");

    /** What else people write for a unit, in seconds. */
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            unit("y", 31_536_000),
            unit("year", 31_536_000),
            unit("years", 31_536_000),
            unit("an", 31_536_000),
            unit("ans", 31_536_000),
            unit("année", 31_536_000),
            unit("années", 31_536_000),
            unit("w", 604_800),
            unit("week", 604_800),
            unit("weeks", 604_800),
            unit("semaine", 604_800),
            unit("semaines", 604_800),
            unit("d", 86_400),
            unit("day", 86_400),
            unit("days", 86_400),
            unit("j", 86_400),
            unit("jour", 86_400),
            unit("jours", 86_400),
            unit("h", 3_600),
            unit("hour", 3_600),
            unit("hours", 3_600),
            unit("heure", 3_600),
            unit("heures", 3_600),
            unit("min", 60),
            unit("minute", 60),
            unit("minutes", 60),
            unit("s", 1),
            unit("second", 1),
            unit("seconds", 1),
            unit("seconde", 1),
            unit("secondes", 1));

    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final MathContext DIGITS = MathContext.DECIMAL128;

    /** A decimal point costs as much as two digits: 354 min reads better than 5.9 h. */
    private static final int POINT = 2;

    private TimeText() {}

    private static Map.Entry<String, BigDecimal> unit(String word, long seconds) {
        return Map.entry(word, BigDecimal.valueOf(seconds));
    }

    static Optional<Double> hours(String text) {
        return seconds(text)
                .map(seconds -> seconds.divide(HOUR, DIGITS).doubleValue())
                .filter(hours -> hours <= 1e12);
    }

    /** To the millisecond. */
    static Optional<Duration> duration(String text) {
        return seconds(text)
                .map(seconds -> seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP))
                .filter(millis -> millis.precision() <= 17)
                .map(millis -> Duration.ofMillis(millis.longValueExact()));
    }

    private static Optional<BigDecimal> seconds(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(UNITS.get(time.group(2)))
                .map(unit -> new BigDecimal(time.group(1).replace(',', '.')).multiply(unit));
    }

    static String of(double hours) {
        BigDecimal seconds = new BigDecimal(Double.toString(hours)).multiply(HOUR);
        return shortest(
                        seconds,
                        text -> hours(text).filter(read -> read == hours).isPresent())
                .orElseGet(() -> new BigDecimal(Double.toString(hours)).toPlainString() + " h");
    }

    static String of(Duration time) {
        BigDecimal seconds = BigDecimal.valueOf(time.toMillis(), 3);
        return shortest(seconds, text -> duration(text).filter(time::equals).isPresent())
                .orElseGet(() -> seconds.toPlainString() + " s");
    }

    private static Optional<String> shortest(BigDecimal seconds, Function<String, Boolean> exact) {
        if (seconds.signum() == 0) {
            return Optional.of("0 h");
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (Unit unit : Unit.values()) {
            String number = plain(seconds.divide(unit.seconds, new MathContext(12)));
            int length = number.length() + (number.contains(".") ? POINT : 0) + (number.startsWith("0.") ? POINT : 0);
            if (length < least && exact.apply(number + " " + unit)) {
                best = number + " " + unit;
                least = length;
            }
        }
        return Optional.of(best).filter(text -> !text.isEmpty());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
