package org.cmm.core.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When people work at a site, and when its mains and its line are away.
 *
 * <p>Sources: 7.6 power cuts a month (World Bank Enterprise Survey, Cameroon 2016); their length lognormal with a mean
 * of 4 h (assumed); a prepaid line that runs out three times a month (assumed).
 */
public final class Days {

    public static final ZoneId ZONE = ZoneId.of("Africa/Douala");

    private static final Duration CALM_BEFORE = Duration.ofHours(6);
    private static final Duration CALM_AFTER = Duration.ofHours(20);
    private static final double CUTS_A_DAY = 7.6 / 30;
    /** Headquarters have a generator that somebody must start, and two lines. */
    private static final double OF_THOSE_AT_HEADQUARTERS = 0.3;

    private static final double LINE_CUTS_A_DAY = 3.0 / 30;
    private static final double LOG_SD = 0.9;
    private static final double LOG_MEAN_MINUTES = Math.log(240) - LOG_SD * LOG_SD / 2;

    private final long seed;
    private final double share;
    private final Instant calmFrom;
    private final Instant calmUntil;

    /** @param start when the demo begins; hours before and after are calm, but for what somebody is to see */
    Days(long seed, String site, Instant start) {
        this.seed = Noise.hash(seed, site.hashCode());
        this.share = site.startsWith(DemoFleet.HEADQUARTERS) ? OF_THOSE_AT_HEADQUARTERS : 1;
        this.calmFrom = start.minus(CALM_BEFORE);
        this.calmUntil = start.plus(CALM_AFTER);
    }

    /** Whether something may happen then: the hours around the beginning of the demo are calm. */
    boolean admits(Instant from, Instant to) {
        return !to.isAfter(calmFrom) || !from.isBefore(calmUntil);
    }

    /** How busy people are, 0 to 1: a morning and an afternoon, half of it on Saturdays, nothing on Sundays. */
    static double work(Instant at) {
        LocalDateTime local = LocalDateTime.ofInstant(at, ZONE);
        double hour = local.getHour() + local.getMinute() / 60.0;
        double busy = Math.min(1, hump(hour, 10.2, 2.1) + hump(hour, 15.2, 1.7));
        DayOfWeek day = local.getDayOfWeek();
        return day == DayOfWeek.SUNDAY ? 0.05 * busy : day == DayOfWeek.SATURDAY ? 0.5 * busy : busy;
    }

    private static double hump(double hour, double middle, double width) {
        double distance = (hour - middle) / width;
        return Math.exp(-distance * distance);
    }

    /** A stretch without mains or without a line. */
    record Cut(Instant from, Instant to) {}

    /** Most often in the evening, when everybody needs light. */
    Optional<Cut> powerCut(LocalDate day) {
        long date = day.toEpochDay();
        if (Noise.chance(seed, date) >= CUTS_A_DAY * share) {
            return Optional.empty();
        }
        long start = 7 * 60 + Math.round(Math.sqrt(Noise.chance(seed, date, 1)) * 14 * 60);
        double minutes = Math.exp(LOG_MEAN_MINUTES + LOG_SD * normal(date));
        return cut(day, start, Math.clamp(Math.round(minutes), 5, 15 * 60));
    }

    Optional<Cut> lineCut(LocalDate day) {
        long date = day.toEpochDay();
        if (Noise.chance(seed, date, 5) >= LINE_CUTS_A_DAY * share) {
            return Optional.empty();
        }
        long start = 6 * 60 + Math.round(Noise.chance(seed, date, 6) * 15 * 60);
        return cut(day, start, 12 + Math.round(Math.pow(Noise.chance(seed, date, 7), 3) * 13 * 60));
    }

    private Optional<Cut> cut(LocalDate day, long startMinute, long minutes) {
        Instant from = day.atStartOfDay(ZONE).plusMinutes(startMinute).toInstant();
        Cut cut = new Cut(from, from.plus(Duration.ofMinutes(minutes)));
        return admits(cut.from(), cut.to()) ? Optional.of(cut) : Optional.empty();
    }

    /** By Box and Muller. */
    private double normal(long date) {
        double radius = Math.sqrt(-2 * Math.log(1 - Noise.chance(seed, date, 2)));
        return radius * Math.cos(2 * Math.PI * Noise.chance(seed, date, 3));
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
