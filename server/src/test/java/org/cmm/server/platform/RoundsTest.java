package org.cmm.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoundsTest {

    @Test
    void theEndWaitsForARoundThatIsUnderWayAndNoneFollows() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Rounds rounds = new Rounds("test", Duration.ofMillis(1), () -> {
            begun.countDown();
            waitFor(mayEnd);
            done.incrementAndGet();
        });
        rounds.start();
        begun.await();
        Thread ending = Thread.ofVirtual().start(rounds::end);
        while (!rounds.isEnding()) {
            Thread.onSpinWait();
        }
        assertThat(ending.isAlive()).isTrue();
        mayEnd.countDown();
        ending.join();
        assertThat(done).hasValue(1);
    }

    @Test
    void whatNeverBeganEndsAtOnce() {
        Rounds rounds = new Rounds("test", Duration.ofHours(1), () -> {});
        rounds.end();
        assertThat(rounds.isEnding()).isTrue();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
