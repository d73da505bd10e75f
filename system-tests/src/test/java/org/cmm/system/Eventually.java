package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Waits for what real processes do in their own time. */
public final class Eventually {

    private static final long BETWEEN_LOOKS_MILLIS = 100;

    private Eventually() {}

    /** Looks until it is as wanted, and gives what was seen; fails with the last look when patience ends. */
    public static <T> T become(Duration patience, Callable<T> look, Predicate<T> wanted) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            T seen = seen(look);
            if (wanted.test(seen)) {
                return seen;
            }
            assertThat(System.nanoTime())
                    .as("within %s, last seen: %s", patience, seen)
                    .isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private static <T> T seen(Callable<T> look) throws InterruptedException {
        try {
            return look.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError("looking failed", e);
        }
    }
}
