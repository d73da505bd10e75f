package org.cmm.server.access;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.cmm.server.platform.Problem;

/**
 * Hashes passwords with bcrypt. A hash costs about a quarter of a second of one core, so few are made at a time and few
 * may wait: a morning's burst of logins leaves cores to the machines under watch.
 */
@ApplicationScoped
class PasswordHashes {

    private static final int COST = 12;
    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);
    private static final int WAITING = 32;

    /** What no password hashes to; comparing with it takes as long as comparing with a real one. */
    private static final String NOBODY = "$2a$%d$%s".formatted(COST, ".".repeat(53));

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("password-", 0).daemon().factory());

    /** Hash of a password that kept the rules. */
    String of(String password) {
        return run(() -> BcryptUtil.bcryptHash(password, COST));
    }

    /** Whether the password belongs to the hash; without a hash it never does, after the same time. */
    boolean matches(String password, Optional<String> hash) {
        boolean usable = password.getBytes(StandardCharsets.UTF_8).length <= PasswordRules.MOST_BYTES;
        String compared = usable ? password : "";
        boolean same = run(() -> BcryptUtil.matches(compared, hash.orElse(NOBODY)));
        return same && usable && hash.isPresent();
    }

    private <T> T run(Callable<T> work) {
        try {
            Future<T> result = threads.submit(work);
            return result.get();
        } catch (RejectedExecutionException e) {
            throw Problem.of(
                            503,
                            "busy",
                            "Too many people log in at once",
                            "CMM checks a few passwords at a time; try again in a few seconds")
                    .exception(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while a password was checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be checked", e.getCause());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
