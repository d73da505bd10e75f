package org.cmm.core.alert;

import java.time.Instant;
import java.util.OptionalDouble;

/** What happened to an alert. Each alert has one {@link Raised}, first, and at most one {@link Cleared}, last. */
public sealed interface AlertEvent {

    Alert alert();

    /** When it happened, in the time of the samples. */
    Instant at();

    /**
     * Trouble has lasted long enough.
     *
     * @param value the reading that ended the hold, in the metric's unit
     */
    record Raised(Alert alert, Severity severity, double value) implements AlertEvent {
        @Override
        public Instant at() {
            return alert.raisedAt();
        }
    }

    /**
     * The same trouble became better or worse.
     *
     * @param value the reading that ended the hold; empty when a changed rule, not a reading, moved the alert
     */
    record SeverityChanged(Alert alert, Severity from, Severity to, Instant at, OptionalDouble value)
            implements AlertEvent {}

    record Cleared(Alert alert, Instant at, Cause cause) implements AlertEvent {}

    /** Why an alert is over. */
    enum Cause {
        /** The value stayed below the lowest level's {@code clearBelow} for the whole hold. */
        RECOVERED,
        /** The rule was removed, switched off or given another metric: nobody looks any more. */
        RULE_CHANGED,
        /** A person closed it, as when a disk was taken out and will never send another reading. */
        CLOSED_BY_PERSON
    }
}
