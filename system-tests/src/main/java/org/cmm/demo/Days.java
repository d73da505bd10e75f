package org.cmm.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** When people work at a site, and when its power is away. */
final class Days {

    static final ZoneId ZONE = ZoneId.of("Africa/Douala");
    private static final Duration CALM_BEFORE = Duration.ofHours(6);

    private final long seed;
    private final Instant calmFrom;

    /** @param start when the demo begins; power has been there for some hours before and stays */
    Days(long seed, String site, Instant start) {
        this.seed = Noise.hash(seed, site.hashCode());
        this.calmFrom = start.minus(CALM_BEFORE);
    }

    /** A stretch without power. */
    record Cut(Instant from, Instant to) {}

    /** Whether something may have happened that was over then: hours before the demo begins are calm. */
    boolean isPast(Instant end) {
        return !end.isAfter(calmFrom);
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

    /** On one day of three, for half an hour to four hours, most often in the evening. */
    Optional<Cut> cutOf(LocalDate day) {
        long date = day.toEpochDay();
        if (Noise.hash(seed, date) % 3 != 0) {
            return Optional.empty();
        }
        long startMinute = 7 * 60 + Math.round(Math.sqrt(Noise.chance(seed, date, 1)) * 12 * 60);
        long minutes = 30 + Math.round(Math.pow(Noise.chance(seed, date, 2), 2) * 210);
        Instant from = day.atStartOfDay(ZONE).plusMinutes(startMinute).toInstant();
        Cut cut = new Cut(from, from.plus(Duration.ofMinutes(minutes)));
        return isPast(cut.to()) ? Optional.of(cut) : Optional.empty();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }
}
