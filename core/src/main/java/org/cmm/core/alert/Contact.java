package org.cmm.core.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * What CMM knows about hearing from a machine, by its own clock. A machine that was never heard has no contact and
 * cannot be silent.
 *
 * @param last when anything last arrived from the machine
 * @param listeningSince since when CMM has been up without a break: while it was down it heard nobody, and that is
 *     nobody else's silence
 * @param pause how much longer than usual the machine's agent is quiet on purpose, to save traffic
 */
public record Contact(Instant last, Instant listeningSince, Duration pause) {

    /** Of a machine whose agent speaks as often as usual. */
    public Contact(Instant last, Instant listeningSince) {
        this(last, listeningSince, Duration.ZERO);
    }

    /** From when silence has lasted long enough, if nothing more arrives. */
    public Instant silentFrom(SilenceRule rule) {
        Instant counted = last.isAfter(listeningSince) ? last : listeningSince;
        return counted.plus(rule.after()).plus(pause);
    }
}
