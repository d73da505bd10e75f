package org.cmm.server.platform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Work that is done again and again on a thread of its own, from the start of the process to its end. The work guards
 * itself: a fault that it lets through ends the rounds.
 */
public final class Rounds {

    private static final Duration TO_END = Duration.ofSeconds(10);

    private final String name;
    private final Duration first;
    private final Duration pause;
    private final Runnable round;
    private final CountDownLatch ending = new CountDownLatch(1);

    private volatile @Nullable Thread thread;

    /** @param pause before the first round and between two of them */
    public Rounds(String name, Duration pause, Runnable round) {
        this(name, pause, pause, round);
    }

    /** @param first before the first round */
    public Rounds(String name, Duration first, Duration pause, Runnable round) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.round = round;
    }

    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    public boolean isEnding() {
        return ending.getCount() == 0;
    }

    /** Waits ten seconds at most for a round that is under way, so that nothing of it happens afterwards. */
    public void end() {
        ending.countDown();
        Thread working = thread;
        try {
            if (working != null) {
                working.join(TO_END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Duration wait = first;
            while (!ending.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                round.run();
                wait = pause;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
