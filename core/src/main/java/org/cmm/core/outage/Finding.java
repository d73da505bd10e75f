package org.cmm.core.outage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.outage.Fact.What;

/** A cause of a stretch with what speaks for it. */
record Finding(Cause cause, Confidence confidence, List<Fact> facts) {

    Finding {
        facts = List.copyOf(facts);
    }

    static Finding of(Cause cause, Confidence confidence, Fact... facts) {
        return new Finding(cause, confidence, List.of(facts));
    }

    Finding and(Fact fact) {
        return new Finding(
                cause,
                confidence,
                Stream.concat(facts.stream(), Stream.of(fact)).toList());
    }

    Finding and(Optional<Sign> told) {
        return told.map(sign -> and(Fact.told(sign))).orElse(this);
    }

    /** With what a number of machines did; nothing when none did. */
    Finding and(What what, int machines) {
        return machines == 0 ? this : and(Fact.machines(what, machines));
    }
}
