package org.cmm.agent;

import java.time.Duration;

/** Something to sleep by: it wakes whoever sleeps when there is news, and for ever once it is over. */
final class Alarm {
    private boolean rung;
    private boolean over;

    /** Sleeps so long, or until {@link #ring}; false once it is over. */
    synchronized boolean sleep(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long left = atMost.toNanos();
        while (!rung && !over && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = end - System.nanoTime();
        }
        rung = false;
        return !over;
    }

    synchronized void ring() {
        rung = true;
        notifyAll();
    }

    synchronized void end() {
        over = true;
        notifyAll();
    }
}
