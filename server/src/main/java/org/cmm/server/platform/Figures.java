package org.cmm.server.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Numbers, units, times and durations as a language writes them. Units follow their number after a narrow no-break
 * space, so that neither a line break nor a wide gap parts them.
 */
public final class Figures {

    private static final String NARROW = "\u202f";
    private static final double KIBI = 1024;

    private final Locale locale;
    private final ZoneId zone;
    private final boolean french;

    private Figures(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.french = locale.getLanguage().equals("fr");
    }

    public static Figures of(Locale locale, ZoneId zone) {
        return new Figures(locale, zone);
    }

    /** A whole number with its thousands apart: {@code 12,345} or {@code 12 345}. */
    public String count(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A number with at most so many decimals. */
    public String number(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A ratio of 0 to 1 as whole percent: {@code 91 %}. */
    public String percent(double ratio) {
        return percent(ratio, 0);
    }

    /** A ratio of 0 to 1 as percent with so many decimals: {@code 98.7 %} or {@code 98,7 %}. */
    public String percent(double ratio, int decimals) {
        return number(ratio * 100, decimals) + NARROW + "%";
    }

    /** {@code 12.5 GiB} or {@code 12,5 Gio}; one decimal below ten of a unit, none above a hundred. */
    public String bytes(double bytes) {
        String letter = french ? "o" : "B";
        String[] units = {"", "Ki", "Mi", "Gi", "Ti", "Pi"};
        double value = bytes;
        int unit = 0;
        while (value >= KIBI && unit < units.length - 1) {
            value /= KIBI;
            unit++;
        }
        return number(value, unit == 0 || value >= 100 ? 0 : 1) + NARROW + units[unit] + letter;
    }

    /** Bytes per second as people buy lines: {@code 3.1 Mbit/s}. */
    public String bitRate(double bytesPerSecond) {
        String[] units = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s"};
        double value = bytesPerSecond * 8;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return number(value, unit == 0 || value >= 100 ? 0 : 1) + NARROW + units[unit];
    }

    /** The two units that matter most: {@code 3 d 20 h}, {@code 6 h 12 min}, {@code 22 min}, {@code 6 s}. */
    public String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + NARROW + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + NARROW + "min";
        }
        String day = french ? "j" : "d";
        if (seconds < 86_400) {
            return pair(seconds / 3600, "h", seconds % 3600 / 60, "min");
        }
        long days = seconds / 86_400;
        return days >= 10 ? count(days) + NARROW + day : pair(days, day, seconds % 86_400 / 3600, "h");
    }

    /** {@code 6 s ago} or {@code il y a 6 s}. */
    public String ago(Duration duration) {
        return french ? "il y a " + duration(duration) : duration(duration) + " ago";
    }

    /** Hour and minute in the zone: {@code 08:41} or {@code 08 h 41}. */
    public String clock(Instant time) {
        return format(time, french ? "HH'\u00a0h\u00a0'mm" : "HH:mm");
    }

    /** Day and month: {@code 23 Nov 2026}, {@code 23 nov. 2026}. */
    public String date(Instant time) {
        return format(time, "d MMM uuuu");
    }

    /** Date and time of day in the zone. */
    public String moment(Instant time) {
        return date(time) + (french ? " à " : ", ") + clock(time);
    }

    /** The time of day when it is today, the date and time otherwise. */
    public String since(Instant time, Instant now) {
        boolean today = time.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? clock(time) : moment(time);
    }

    /** A plain coordinate for SVG: at most one decimal, and a point in every language. */
    public static String coordinate(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private String pair(long large, String largeUnit, long small, String smallUnit) {
        String first = large + NARROW + largeUnit;
        return small == 0 ? first : first + " " + small + NARROW + smallUnit;
    }

    private String format(Instant time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time.atZone(zone));
    }
}
