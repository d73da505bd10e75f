package org.cmm.core.incident;

import java.time.Instant;
import java.util.Optional;
import org.cmm.core.alert.Severity;

/**
 * One line of an incident's timeline.
 *
 * @param severity of the incident then
 * @param alert the one that brought it about, where one did
 * @param audible something that people are told of, unless it is held back
 * @param heldBack what holds its notices back: a word, and after a colon which one
 * @param by the person who did it; empty when nobody did
 * @param text what a person wrote, or until when something holds; may be empty
 */
public record Entry(
        Kind kind,
        Instant at,
        Severity severity,
        Optional<Long> alert,
        boolean audible,
        Optional<String> heldBack,
        String by,
        String text) {

    /** What happened. */
    public enum Kind {
        OPENED,
        /** Another alert of the same cause. */
        JOINED,
        WORSENED,
        EASED,
        /** An alert is over and others are not. */
        ALERT_OVER,
        /** Its alerts are over. */
        RECOVERED,
        /** The trouble is back. */
        REOPENED,
        /** It comes and goes; told once, and then no more until it is steady. */
        FLAPPING,
        STEADY,
        /** What held notices back has ended, and the trouble has not. */
        STILL_THERE,
        ACKNOWLEDGED,
        ACKNOWLEDGEMENT_EXPIRED,
        ASSIGNED,
        STARTED,
        SNOOZED,
        NOTE,
        /** Whoever is next was told, because nobody acknowledged. */
        ESCALATED,
        /** What its silence was lost to, as it is believed from then on. */
        CAUSE,
        CLOSED
    }

    static Entry of(Kind kind, Instant at, Severity severity) {
        return new Entry(kind, at, severity, Optional.empty(), false, Optional.empty(), "", "");
    }

    static Entry by(String person, Kind kind, Instant at, Severity severity, String text) {
        return new Entry(kind, at, severity, Optional.empty(), false, Optional.empty(), person, text);
    }

    /** The same as something to tell people of, unless something holds it back. */
    Entry audible(Optional<String> held) {
        return new Entry(kind, at, severity, alert, true, held, by, text);
    }

    Entry of(long cause) {
        return new Entry(kind, at, severity, Optional.of(cause), audible, heldBack, by, text);
    }

    /** Whether people are told. */
    public boolean isTold() {
        return audible && heldBack.isEmpty();
    }
}
