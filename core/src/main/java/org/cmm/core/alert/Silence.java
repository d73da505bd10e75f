package org.cmm.core.alert;

import java.time.Instant;
import java.util.Optional;

/** Whether a machine is silent; decided at the ticks of a clock, since silence brings no sample. */
public sealed interface Silence {

    Silence HEARD = new Heard();

    /** The machine speaks, or has not been silent for long enough. */
    record Heard() implements Silence {}

    /**
     * The machine's silence is an alert.
     *
     * @param silentSince its last contact
     * @param raisedAt when the silence had lasted long enough
     */
    record Silent(Instant silentSince, Instant raisedAt) implements Silence {}

    /** What a tick changed. */
    sealed interface Event {
        record Raised(Silent silence, Severity severity) implements Event {}

        /**
         * The machine was heard again.
         *
         * @param at the tick that knew of it
         */
        record Cleared(Silent silence, Instant at) implements Event {}
    }

    record Step(Silence state, Optional<Event> event) {}

    /**
     * Raises when nothing was heard for as long as the rule says, and clears at any newer contact: exactly one of each,
     * in turns. Only a contact clears; a restart of CMM neither raises nor clears.
     */
    static Step step(SilenceRule rule, Silence state, Contact contact, Instant now) {
        return switch (state) {
            case Heard _ when now.isBefore(contact.silentFrom(rule)) -> new Step(state, Optional.empty());
            case Heard _ -> {
                Silent silent = new Silent(contact.last(), now);
                yield new Step(silent, Optional.of(new Event.Raised(silent, rule.severity())));
            }
            case Silent silent
            when contact.last().isAfter(silent.silentSince()) ->
                new Step(HEARD, Optional.of(new Event.Cleared(silent, now)));
            case Silent _ -> new Step(state, Optional.empty());
        };
    }
}
