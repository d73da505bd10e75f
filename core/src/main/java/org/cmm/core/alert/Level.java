package org.cmm.core.alert;

import java.util.Locale;

/**
 * One step of a rule, in the unit of the rule's metric. Between {@code clearBelow} and {@code raiseAt} nothing changes,
 * so that a value that trembles around one threshold does not ring twice.
 *
 * @param severity what an alert has at this level
 * @param raiseAt a value of this or more speaks for the level
 * @param clearBelow a value of less than this speaks against it; less than {@code raiseAt}
 */
public record Level(Severity severity, double raiseAt, double clearBelow) {

    void check(String rule) {
        if (!Double.isFinite(raiseAt) || !Double.isFinite(clearBelow)) {
            throw new IllegalArgumentException(
                    "rule '%s': raise-at and clear-below of %s must be finite, were %s and %s"
                            .formatted(rule, name(), raiseAt, clearBelow));
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
        if (clearBelow < lower.clearBelow) {
            throw new IllegalArgumentException("rule '%s': clear-below of %s must be at least %s's %s, was %s"
                    .formatted(rule, name(), lower.name(), lower.clearBelow, clearBelow));
        }
    }

    private String name() {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
