package org.cmm.core.simulation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import org.cmm.core.scenario.Care.When;

/** Set times in hours since the start. */
final class Times {

    private final When when;
    private final LocalDateTime start;
    private final double end;

    Times(When when, LocalDateTime start, double end) {
        this.when = when;
        this.start = start;
        this.end = end;
    }

    /** The first one that is later; infinite if the run is over by then. */
    double after(double at) {
        double next =
                switch (when) {
                    case When.Every(Duration time) -> every(Hours.of(time), at);
                    case When.OnDates dates ->
                        dates.days().stream()
                                .mapToDouble(day -> on(day, at))
                                .min()
                                .orElse(Double.POSITIVE_INFINITY);
                };
        return next < end ? next : Double.POSITIVE_INFINITY;
    }

    /** Counted from the start, so that rounding does not add up. */
    private static double every(double hours, double at) {
        long turn = Math.round(at / hours);
        while (turn * hours <= at) {
            turn++;
        }
        return turn * hours;
    }

    private double on(MonthDay day, double at) {
        int year = start.getYear();
        while (hours(day.atYear(year)) <= at) {
            year++;
        }
        return hours(day.atYear(year));
    }

    private double hours(LocalDate date) {
        return Hours.of(Duration.between(start, date.atStartOfDay()));
    }
}
