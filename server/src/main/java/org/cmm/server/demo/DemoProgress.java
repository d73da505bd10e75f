package org.cmm.server.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far the work on the demo fleet is; whoever looks at it is not the one who works. */
final class DemoProgress {

    /** So little says nothing about the rest. */
    private static final double TOO_EARLY = 0.03;

    /** What is being done, in order. */
    enum Phase {
        /** Nothing; what there is to do waits for its turn. */
        WAITING,
        JOINING,
        MEASURING,
        ALERTING,
        EXPLAINING,
        REMOVING
    }

    private record Now(Phase phase, double before, double share, long total, long beganNanos) {}

    private volatile Now now = new Now(Phase.WAITING, 0, 0, 1, System.nanoTime());
    private final AtomicLong done = new AtomicLong();

    /** How far it is, 0 to 1, and what is being done. */
    record Seen(Phase phase, double ratio, Optional<Duration> left) {}

    /** The whole work begins. */
    void begin(Phase phase) {
        done.set(0);
        now = new Now(phase, 0, 0, 1, System.nanoTime());
    }

    /**
     * A part of the work begins.
     *
     * @param share of the whole, 0 to 1
     * @param total how many steps it has
     */
    void enter(Phase phase, double share, long total) {
        Now was = now;
        done.set(0);
        now = new Now(phase, was.before() + was.share(), share, Math.max(1, total), was.beganNanos());
    }

    void step(long steps) {
        done.addAndGet(steps);
    }

    Seen seen() {
        Now it = now;
        double ratio =
                Math.clamp(it.before() + it.share() * Math.min(1.0, (double) done.get() / it.total()), 0.0, 0.99);
        long elapsed = System.nanoTime() - it.beganNanos();
        Optional<Duration> left = ratio < TOO_EARLY
                ? Optional.empty()
                : Optional.of(Duration.ofNanos((long) (elapsed / ratio * (1 - ratio))));
        return new Seen(it.phase(), ratio, left);
    }
}
