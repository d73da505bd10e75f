package org.cmm.server.calibration;

import org.cmm.core.outage.Cause;
import org.cmm.server.platform.Spelling;

/** What can go wrong again and again, as records tell it apart. */
sealed interface Trouble {

    /** Crashes and shutdowns of machines, by the cause of their outages. */
    record OfMachine(Cause cause) implements Trouble {}

    /** Cuts of the mains or the link, which a site's machines have together. */
    record OfSite(Cause cause) implements Trouble {}

    /** What a rule finds at machines. */
    record ByRule(String rule, String metric) implements Trouble {}

    /** As an address names it. */
    default String word() {
        return switch (this) {
            case OfMachine(var cause) -> Spelling.of(cause);
            case OfSite(var cause) -> Spelling.of(cause);
            case ByRule(var rule, var _) -> "rule-" + rule;
        };
    }

    default boolean isOfSites() {
        return this instanceof OfSite;
    }

    /** Whether somebody wished it. */
    default boolean isPlanned() {
        return this instanceof OfMachine(var cause) && !cause.isFailure();
    }
}
