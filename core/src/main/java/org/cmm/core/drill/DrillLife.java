package org.cmm.core.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a drill's life. All times by CMM's clock; those that its agent told may come late and in any order.
 *
 * @param length as ordered
 * @param takenBackAt when a person aborted it
 */
public record DrillLife(
        Instant orderedAt,
        Duration length,
        Optional<Instant> takenBackAt,
        Optional<Instant> refusedAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** An agent that has not fetched an order so long does not get it any more. */
    public static final Duration TO_FETCH = Duration.ofMinutes(15);

    /** So long after its end a drill's agent is given to say so. */
    public static final Duration TO_SAY = Duration.ofMinutes(2);

    /** Consequences that come so long after the end still count as the drill's: holds, late samples, late notices. */
    public static final Duration AFTERMATH = Duration.ofMinutes(10);

    /** Where a drill stands. */
    public enum State {
        /** Its agent has not fetched it yet. */
        ORDERED,
        /** It goes on. */
        RUNNING,
        /** A person has aborted it; its agent has not said that it stopped. */
        STOPPING,
        /** Its time is over; its agent has not said that it stopped. */
        UNHEARD,
        /** Its agent said that it ended. */
        ENDED,
        /** Its agent would not begin. */
        REFUSED,
        /** A person took it back before it began. */
        TAKEN_BACK,
        /** Its agent did not fetch it in time. */
        EXPIRED;

        /** Whether nothing more can come of it. */
        public boolean isOver() {
            return switch (this) {
                case ORDERED, RUNNING, STOPPING, UNHEARD -> false;
                case ENDED, REFUSED, TAKEN_BACK, EXPIRED -> true;
            };
        }
    }

    public State state(Instant now) {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        if (refusedAt.isPresent()) {
            return State.REFUSED;
        }
        if (startedAt.isEmpty()) {
            return unfetched(now);
        }
        if (now.isAfter(lastMoment(startedAt.get()))) {
            return State.UNHEARD;
        }
        return takenBackAt.isPresent() ? State.STOPPING : State.RUNNING;
    }

    /** Whether an agent that asks is told to go on. */
    public boolean inForce(Instant now) {
        State state = state(now);
        return state == State.ORDERED || state == State.RUNNING;
    }

    /**
     * The time in which whatever happens to the machine counts as the drill's, as far as it is known now; nothing while
     * the drill has not begun.
     */
    public Optional<Stretch> marked(Instant now) {
        return startedAt.map(start -> new Stretch(
                start, endedAt.orElseGet(() -> earlier(now, start.plus(length))).plus(AFTERMATH)));
    }

    /** From one time to a later one. */
    public record Stretch(Instant from, Instant to) {
        /** Whether the time lies in it, both ends included. */
        public boolean holds(Instant time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    private State unfetched(Instant now) {
        if (takenBackAt.isPresent()) {
            return State.TAKEN_BACK;
        }
        return now.isAfter(orderedAt.plus(TO_FETCH)) ? State.EXPIRED : State.ORDERED;
    }

    private Instant lastMoment(Instant start) {
        return start.plus(length).plus(TO_SAY);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
