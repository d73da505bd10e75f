package org.cmm.core.outage;

import java.util.List;

/**
 * Why a machine was silent.
 *
 * @param cause of most of the gap, CMM's own downtime left aside where anything else is known
 * @param provisional whether evidence may still come that changes it
 * @param facts what speaks for it, the most telling first
 * @param parts the whole gap, in order and without holes; what CMM slept through is CMM's
 */
public record Verdict(Cause cause, Confidence confidence, boolean provisional, List<Fact> facts, List<Part> parts) {

    public Verdict {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }
}
