package org.cmm.core.alert;

import java.util.Locale;

/**
 * One step of a rule, in the unit of what the rule's {@link Kind} makes of readings. Between {@code clearBelow} and
 * {@code raiseAt} nothing changes, so that a value that trembles around one threshold does not ring twice.
 *
 * @param severity what an alert has at this level
 * @param raiseAt a value of this or more speaks for the level
 * @param clearBelow a value of less than this speaks against it; less than {@code raiseAt}
 * @param freeAtMost of a file system: only while no more bytes than this are free, see {@link Rule#on}; infinite when
 *     that does not matter
 */
public record Level(Severity severity, double raiseAt, double clearBelow, double freeAtMost) {

    /** Free space must grow by a tenth before a level that needs it is left. */
    private static final double FREE_TO_CLEAR = 1.1;

    public Level(Severity severity, double raiseAt, double clearBelow) {
        this(severity, raiseAt, clearBelow, Double.POSITIVE_INFINITY);
    }

    boolean asksForFreeSpace() {
        return freeAtMost != Double.POSITIVE_INFINITY;
    }

    /** The same on a file system of this size, in terms of the used ratio alone, and above {@code lower}. */
    Level on(double limit, double lower) {
        double raise = Math.max(Math.max(raiseAt, 1 - freeAtMost / limit), Math.nextUp(lower));
        double clear = Math.max(clearBelow, 1 - FREE_TO_CLEAR * freeAtMost / limit);
        return new Level(severity, raise, Math.min(clear, Math.nextDown(raise)));
    }

    void check(String rule) {
        if (!Double.isFinite(raiseAt) || !Double.isFinite(clearBelow)) {
            throw new IllegalArgumentException(
                    "rule '%s': raise-at and clear-below of %s must be finite, were %s and %s"
                            .formatted(rule, name(), raiseAt, clearBelow));
        }
        if (!(freeAtMost > 0)) {
            throw new IllegalArgumentException(
                    "rule '%s': free-at-most of %s must be more than 0, was %s".formatted(rule, name(), freeAtMost));
        }
        if (clearBelow >= raiseAt) {
            throw new IllegalArgumentException("rule '%s': clear-below of %s must be less than its raise-at %s, was %s"
                    .formatted(rule, name(), raiseAt, clearBelow));
        }
    }

    void checkAbove(Level lower, String rule) {
        if (severity.compareTo(lower.severity) <= 0) {
            throw new IllegalArgumentException("rule '%s': levels must go from least to most severe, had %s after %s"
                    .formatted(rule, name(), lower.name()));
        }
        if (raiseAt <= lower.raiseAt) {
            throw new IllegalArgumentException("rule '%s': raise-at of %s must be more than %s's %s, was %s"
                    .formatted(rule, name(), lower.name(), lower.raiseAt, raiseAt));
        }
        if (freeAtMost > lower.freeAtMost) {
            throw new IllegalArgumentException("rule '%s': free-at-most of %s must be at most %s's %s, was %s"
                    .formatted(rule, name(), lower.name(), lower.freeAtMost, freeAtMost));
        }
        if (clearBelow < lower.clearBelow) {
            throw new IllegalArgumentException("rule '%s': clear-below of %s must be at least %s's %s, was %s"
                    .formatted(rule, name(), lower.name(), lower.clearBelow, clearBelow));
        }
    }

    private String name() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
