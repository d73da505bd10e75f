package org.cmm.core.verification;

import java.util.Locale;
import java.util.stream.Stream;
import org.cmm.core.random.Exponential;
import org.cmm.core.random.Fixed;
import org.cmm.core.reliability.Race;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Care.OnCondition;
import org.cmm.core.scenario.Care.RunToFailure;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Warning;

/** The race of the planned fix against the failure, with and without false alarms, and with nobody watching. */
final class RaceForms {

    private static final double WEEK = 168;

    private RaceForms() {}

    static Stream<ClosedForm> all() {
        Race quick = new Race(1 / 2_000.0, 1 / 48.0, 1 / 6.0, 0.9, 0.5, 10);
        Race slow = new Race(1 / 2_000.0, 1 / 48.0, 1 / 24.0, 0.9, 0.5, 10);
        Race blunt = new Race(1 / 500.0, 1 / 20.0, 1 / 20.0, 0.5, 2, 6);
        return Stream.concat(
                Stream.of(quick, slow, blunt).flatMap(race -> Stream.of(prevented(race), down(race))),
                Stream.of(reactive(quick), alarmed(quick, 1, 0.3), alarmed(quick, breakEven(quick), 0.3)));
    }

    /** In false alarms a week. */
    private static double breakEven(Race race) {
        return WEEK * alarms(0, 0.3).breakEvenRate(race);
    }

    private static org.cmm.core.reliability.FalseAlarms alarms(double perWeek, double needless) {
        return new org.cmm.core.reliability.FalseAlarms(perWeek / WEEK, needless, 0.5, 0);
    }

    private static ClosedForm prevented(Race race) {
        return ClosedForm.of(
                "race, share prevented",
                words(race),
                race.prevented(),
                setup(race, new OnCondition()),
                Figures.PREVENTED);
    }

    private static ClosedForm down(Race race) {
        return ClosedForm.of(
                "race, share down",
                words(race),
                1 - race.availability(),
                setup(race, new OnCondition()),
                Figures.SHARE_DOWN);
    }

    private static ClosedForm reactive(Race race) {
        return ClosedForm.of(
                "race, share down when nobody watches",
                words(race.reactive()),
                1 - race.reactive().availability(),
                setup(race, new RunToFailure()),
                Figures.SHARE_DOWN);
    }

    private static ClosedForm alarmed(Race race, double perWeek, double needless) {
        return ClosedForm.of(
                "race with false alarms, share down",
                String.format(Locale.ROOT, "%s, %.4f a week, %s needless, 0.5 h", words(race), perWeek, needless),
                1 - alarms(perWeek, needless).availability(race),
                setup(race, new OnCondition())
                        .machines(160)
                        .alarmed(new FalseAlarms(perWeek, new Fixed(0), needless, new Fixed(0.5))),
                Figures.SHARE_DOWN);
    }

    private static Setup setup(Race race, Care care) {
        Part part = Parts.warning(
                new Exponential(1 / race.defectRate()),
                new Warning(
                        new Exponential(1 / race.failureRate()),
                        new Sign.Delay(new Exponential(1 / race.fixRate()), race.sensitivity())),
                new Fixed(race.failedDown()),
                new Fixed(race.plannedDown()));
        return Setup.watched(part, care).machines(300).lasting(5 / race.defectRate(), 10 / race.defectRate());
    }

    private static String words(Race race) {
        return String.format(
                Locale.ROOT,
                "1/λ=%.0f, 1/γ=%.0f, 1/δ=%.0f, q=%s, tp=%s, tf=%s",
                1 / race.defectRate(),
                1 / race.failureRate(),
                1 / race.fixRate(),
                race.sensitivity(),
                race.plannedDown(),
                race.failedDown());
    }
}
