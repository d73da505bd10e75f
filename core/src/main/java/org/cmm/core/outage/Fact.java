package org.cmm.core.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that speaks for a verdict, to be said in words.
 *
 * @param at when, of what has a moment
 * @param lasted how long, of what lasts
 * @param machines how many, of what several machines did
 * @param detail a word for experts; possibly empty
 */
public record Fact(What what, Optional<Instant> at, Optional<Duration> lasted, int machines, String detail) {

    /** The kinds of facts. */
    public enum What {
        /** Samples of the gap arrived later; {@code lasted} says of how much. */
        CONTINUED,
        /** The machine was started at {@code at}. */
        STARTED_AGAIN,
        /** The machine was not started anew. */
        STAYED_UP,
        /** What the agent told. */
        STOP_PLANNED,
        MACHINE_STOPPED,
        UNCLEAN_STOP,
        BUGCHECK,
        POWER_BUTTON,
        FELL_ASLEEP,
        WOKE,
        AGENT_STARTED,
        AGENT_STOPPED,
        AGENT_KILLED,
        MAINS_LOST,
        MAINS_BACK,
        BATTERY_LOW,
        /** The last sample was taken on battery. */
        ON_BATTERY,
        /** What other machines of the site did. */
        SITE_SILENT,
        SITE_HEARD,
        SITE_RESTARTED,
        SITE_CONTINUED,
        SITE_LOST_MAINS,
        /** Most machines of other sites fell silent as well: CMM's own way to them was cut. */
        EVERYWHERE,
        /** CMM itself was down for {@code lasted} of it. */
        CMM_DOWN,
        /** A system that fails comes back by itself within minutes; it took {@code lasted}. */
        QUICK,
        LONG
    }

    static Fact of(What what) {
        return new Fact(what, Optional.empty(), Optional.empty(), 0, "");
    }

    static Fact at(What what, Instant at) {
        return new Fact(what, Optional.of(at), Optional.empty(), 0, "");
    }

    static Fact lasted(What what, Duration lasted) {
        return new Fact(what, Optional.empty(), Optional.of(lasted), 0, "");
    }

    static Fact machines(What what, int machines) {
        return new Fact(what, Optional.empty(), Optional.empty(), machines, "");
    }

    static Fact told(Sign sign) {
        What what = sign.kind() == Sign.Kind.UNCLEAN_STOP && sign.detail().startsWith(Sign.BUGCHECK)
                ? What.BUGCHECK
                : sign.kind() == Sign.Kind.UNCLEAN_STOP && sign.detail().equals(Sign.POWER_BUTTON)
                        ? What.POWER_BUTTON
                        : sign.kind() == Sign.Kind.MACHINE_STARTED
                                ? What.STARTED_AGAIN
                                : What.valueOf(sign.kind().name());
        return new Fact(what, Optional.of(sign.at()), Optional.empty(), 0, sign.detail());
    }
}
