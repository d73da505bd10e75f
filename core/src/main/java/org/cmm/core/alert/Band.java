package org.cmm.core.alert;

/**
 * The values that would change nothing: nearly all readings fall into it.
 *
 * @param from lowest value in the band
 * @param below lowest value above it
 */
record Band(double from, double below) {

    /** Holds no value. */
    static final Band EMPTY = new Band(Double.NaN, Double.NaN);

    /** From where the reached level would be left, to where the next would be entered; empty while anything holds. */
    static Band of(Rule rule, AlertState state) {
        if (!state.holds().areNone()) {
            return EMPTY;
        }
        double from = Double.NEGATIVE_INFINITY;
        double below = Double.POSITIVE_INFINITY;
        for (Level level : rule.levels()) {
            if (!state.reached(level.severity())) {
                below = level.raiseAt();
                break;
            }
            from = level.clearBelow();
        }
        return new Band(from, below);
    }
}
