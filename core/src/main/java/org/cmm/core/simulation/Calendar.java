package org.cmm.core.simulation;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import org.cmm.core.scenario.WorkingHours;

/**
 * Working hours as stretches of simulated time, in hours since the start. Immutable.
 *
 * <p>Cost: a few steps for each stretch of work that is passed.
 */
final class Calendar {

    private static final double WEEK = 7 * 24;

    /** When work begins and ends on each working day of a week that begins on Monday. */
    private final double[] opens;

    private final double[] closes;
    /** By day of the week: the first working day that is not before it. */
    private final int[] firstFrom = new int[8];

    private final double workPerWeek;
    private final double offset;
    private final boolean always;

    Calendar(WorkingHours hours, LocalDateTime start) {
        always = hours.areAlways();
        offset = (start.getDayOfWeek().getValue() - 1) * 24 + hour(start.toLocalTime());
        DayOfWeek[] days = hours.days().stream().sorted().toArray(DayOfWeek[]::new);
        double end = hours.closes().equals(LocalTime.MIDNIGHT) ? 24 : hour(hours.closes());
        opens = Arrays.stream(days)
                .mapToDouble(day -> (day.getValue() - 1) * 24 + hour(hours.opens()))
                .toArray();
        closes = Arrays.stream(days)
                .mapToDouble(day -> (day.getValue() - 1) * 24 + end)
                .toArray();
        for (int day = 0; day < firstFrom.length; day++) {
            double midnight = day * 24;
            firstFrom[day] = (int)
                    Arrays.stream(closes).filter(close -> close <= midnight).count();
        }
        workPerWeek = (end - hour(hours.opens())) * days.length;
    }

    private static double hour(LocalTime time) {
        return time.toNanoOfDay() / 3.6e12;
    }

    /** The same time if people work then, or else when they begin. */
    double next(double at) {
        if (always) {
            return at;
        }
        double inWeek = inWeek(at);
        int day = dayAt(inWeek);
        if (day == opens.length) {
            return at + (WEEK - inWeek) + opens[0];
        }
        return inWeek >= opens[day] ? at : at + (opens[day] - inWeek);
    }

    /** When so many working hours have passed. */
    double after(double at, double hours) {
        if (always) {
            return at + hours;
        }
        double weeks = Math.floor(hours / workPerWeek);
        double left = hours - weeks * workPerWeek;
        double time = next(at + weeks * WEEK);
        while (true) {
            double inWeek = inWeek(time);
            double today = closes[dayAt(inWeek)] - inWeek;
            if (left <= today) {
                return time + left;
            }
            left -= today;
            time = next(time + today);
        }
    }

    /** Whether people work then. */
    boolean isOpen(double at) {
        return always || next(at) == at;
    }

    /** How much in the middle of a working day it is: 0 outside and at its ends, 1 halfway; a sine between. */
    double middle(double at) {
        double inWeek = inWeek(at);
        int day = dayAt(inWeek);
        if (day == opens.length || inWeek < opens[day]) {
            return 0;
        }
        return StrictMath.sin(Math.PI * (inWeek - opens[day]) / (closes[day] - opens[day]));
    }

    private double inWeek(double at) {
        double in = (at + offset) % WEEK;
        return in < 0 ? in + WEEK : in;
    }

    /** The first working day of the week that is not over. */
    private int dayAt(double inWeek) {
        int day = firstFrom[(int) (inWeek / 24)];
        return day < closes.length && closes[day] <= inWeek ? day + 1 : day;
    }
}
