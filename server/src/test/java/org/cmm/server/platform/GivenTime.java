package org.cmm.server.platform;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The server's time in tests: it runs as usual, and a test can move it on instead of sleeping. */
@Alternative
@Priority(1)
@Singleton
public class GivenTime implements InstantSource {

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead.get());
    }

    public void moveOn(Duration by) {
        ahead.updateAndGet(by::plus);
    }
}
