package org.cmm.core.alert;

import java.time.Instant;

/** Where one rule stands on one series. */
sealed interface AlertState {

    Quiet CALM = new Quiet(Holds.NONE);

    Holds holds();

    /** Whether this level, or a higher one, has been reached and not left. */
    boolean reached(Severity level);

    AlertState with(Holds holds);

    /** No alert; perhaps one is about to be raised. */
    record Quiet(Holds holds) implements AlertState {
        @Override
        public boolean reached(Severity level) {
            return false;
        }

        @Override
        public Quiet with(Holds changed) {
            return changed.areNone() ? CALM : new Quiet(changed);
        }
    }

    /** An alert; perhaps about to become better, worse or both at different levels. */
    record Firing(Severity severity, Instant raisedAt, Holds holds) implements AlertState {
        @Override
        public boolean reached(Severity level) {
            return severity.compareTo(level) >= 0;
        }

        @Override
        public Firing with(Holds changed) {
            return new Firing(severity, raisedAt, changed);
        }
    }
}
