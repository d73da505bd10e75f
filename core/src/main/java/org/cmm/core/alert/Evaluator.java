package org.cmm.core.alert;

import java.time.Instant;
import java.util.List;

/**
 * The life cycle of an alert, one reading at a time. What happened is the difference between two states; the very same
 * state comes back when a reading changes nothing and no hold is under way.
 *
 * <p>A level that is not reached is entered after {@code raiseAfter} of readings at or above its {@code raiseAt}; a
 * reached one is left after {@code clearAfter} of readings below its {@code clearBelow}. Each level holds for itself,
 * so a climbing value may enter one level while it still holds for the next. Since thresholds rise with the levels, a
 * reading never speaks for both directions.
 *
 * <p>Gaps: an absent reading (NaN) changes nothing. When two readings are farther apart than {@code maxGap}, holds
 * start again, and an alert that fires goes on firing.
 *
 * <p>Callers keep times in order: {@link ServerWatch}. Cost: a few small objects for a reading outside the state's
 * {@link Band}.
 */
final class Evaluator {

    private Evaluator() {}

    /** Takes the reading into account and decides. */
    static AlertState step(Rule rule, AlertState state, double value, Instant at) {
        if (Double.isNaN(value)) {
            return state;
        }
        AlertState held = hold(rule, state, value, at);
        return held.holds().areNone() ? held : decide(rule, held);
    }

    /** Takes the reading into account without deciding: holds start, go on or break off, and nothing else changes. */
    static AlertState hold(Rule rule, AlertState state, double value, Instant at) {
        if (Double.isNaN(value)) {
            return state;
        }
        Holds held = state.holds().after(at, rule, level -> speaksForChange(level, state, value));
        return held.areNone() && state.holds().areNone() ? state : state.with(held);
    }

    private static boolean speaksForChange(Level level, AlertState state, double value) {
        return state.reached(level.severity()) ? value < level.clearBelow() : value >= level.raiseAt();
    }

    private static AlertState decide(Rule rule, AlertState state) {
        List<Level> levels = rule.levels();
        for (int index = levels.size() - 1; index >= 0; index--) {
            Severity level = levels.get(index).severity();
            if (!state.reached(level) && state.holds().end(level, rule.timing().raiseAfter())) {
                return entered(level, state);
            }
        }
        return fallen(rule, state);
    }

    private static AlertState entered(Severity level, AlertState state) {
        Holds higher = state.holds().above(level);
        return switch (state) {
            case AlertState.Quiet quiet ->
                new AlertState.Firing(level, quiet.holds().lastReading(), higher);
            case AlertState.Firing firing -> new AlertState.Firing(level, firing.raisedAt(), higher);
        };
    }

    /** Goes below the lowest level whose hold is over; a level that holds out longer than one below it cannot be. */
    private static AlertState fallen(Rule rule, AlertState state) {
        AlertState below = AlertState.CALM;
        for (Level level : rule.levels()) {
            if (!(state instanceof AlertState.Firing firing) || !firing.reached(level.severity())) {
                return state;
            }
            if (firing.holds().end(level.severity(), rule.timing().clearAfter())) {
                return below;
            }
            below = new AlertState.Firing(
                    level.severity(), firing.raisedAt(), firing.holds().upTo(level.severity()));
        }
        return state;
    }
}
