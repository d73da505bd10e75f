package org.cmm.server.alert;

import java.time.Duration;

/** How far a replay is. One thread runs it, others look on and may stop it. */
final class ReplayProgress {

    private final Duration longest;
    private volatile long endNanos;
    private volatile int asked;
    private volatile int looked;
    private volatile long rows;
    private volatile boolean started;
    private volatile boolean stopped;

    /** @param longest how long it may take from its start */
    ReplayProgress(Duration longest) {
        this.longest = longest;
    }

    void start(int machines) {
        asked = machines;
        endNanos = System.nanoTime() + longest.toNanos();
        started = true;
    }

    /** @param machines how many it has looked at */
    void reached(int machines, long samples) {
        looked = machines;
        rows = samples;
    }

    void stop() {
        stopped = true;
    }

    /** Whether it no longer waits for another one. */
    boolean isStarted() {
        return started;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isLate() {
        return System.nanoTime() - endNanos >= 0;
    }

    int asked() {
        return asked;
    }

    int looked() {
        return looked;
    }

    long rows() {
        return rows;
    }
}
