package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.cmm.server.platform.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    private static final String PASSWORD = "correct horse battery";

    private final PasswordHashes hashes = new PasswordHashes();

    @AfterEach
    void stop() {
        hashes.stop();
    }

    @Test
    void onlyTheRightPasswordBelongsToAHash() {
        String hash = hashes.of(PASSWORD);
        assertThat(hash).startsWith("$2").contains("$12$");
        assertThat(hashes.matches(PASSWORD, Optional.of(hash))).isTrue();
        assertThat(hashes.matches(PASSWORD + "x", Optional.of(hash))).isFalse();
    }

    @Test
    void anUnknownAccountCostsAsMuchTimeAsAKnownOne() {
        Optional<String> hash = Optional.of(hashes.of(PASSWORD));
        long known = Math.min(time(hash), time(hash));
        long unknown = Math.min(time(Optional.empty()), time(Optional.empty()));
        assertThat((double) unknown / known).isBetween(0.3, 3.0);
    }

    @Test
    void aBurstIsRefusedAtOnceInsteadOfPilingUp() throws Exception {
        int burst = 60;
        CountDownLatch refused = new CountDownLatch(20);
        for (int login = 0; login < burst; login++) {
            Thread.ofVirtual().start(() -> {
                try {
                    hashes.matches(PASSWORD, Optional.empty());
                } catch (ProblemException e) {
                    if (e.problem().status() == 503 && e.retryAfter().isPresent()) {
                        refused.countDown();
                    }
                } catch (IllegalStateException stopped) {
                    // the test ends before the queue does
                }
            });
        }
        assertThat(refused.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private long time(Optional<String> hash) {
        long begin = System.nanoTime();
        hashes.matches("some other words", hash);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis() + 1;
    }
}
