package org.cmm.server.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Whether the clock of CMM's machine can be believed. One that was reset or set wrongly would refuse good samples for
 * their time, store others at a wrong one and call machines silent; so while it is doubted, nothing that depends on the
 * time is done, and agents keep what they have.
 *
 * <p>A clock before CMM's first day is wrong. One that went back, or jumped ahead, since the last time that is known is
 * doubted until a machine's clock agrees with it, or for a day at most, since a jump may be right: CMM was switched off
 * for long.
 */
@Singleton
public class OwnClock {

    /** No machine has run CMM before, so a clock that says so has forgotten the time. */
    public static final Instant FIRST_DAY = Instant.parse("2026-01-01T00:00:00Z");

    /** Clocks are corrected by minutes, and set wrongly by an hour or a day. */
    static final Duration MOST_BACK = Duration.ofDays(1);

    /** A machine may be switched off over the holidays. */
    static final Duration MOST_AHEAD = Duration.ofDays(30);

    private static final Duration AGREED = Duration.ofDays(1);
    private static final Duration LONGEST_DOUBT = Duration.ofDays(1);
    private static final Logger LOG = Logger.getLogger(OwnClock.class);

    private final InstantSource clock;
    private Optional<Instant> lastGood = Optional.empty();
    private Optional<Instant> doubtedSince = Optional.empty();

    @Inject
    public OwnClock(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A time that was believed before this start; it counts more than what was believed since without it. The clock is
     * looked at once, so that the log says what is wrong.
     */
    public synchronized void wasLately(Instant known) {
        lastGood = Optional.of(known);
        doubt();
    }

    /** What is wrong with the clock, and what to do about it; empty while it is believed. */
    public synchronized Optional<String> doubt() {
        return judged(clock.instant(), false);
    }

    /** The same when a machine that has just been heard says what time it is. */
    public synchronized Optional<String> doubt(Instant machines) {
        Instant now = clock.instant();
        return judged(now, Duration.between(machines, now).abs().compareTo(AGREED) <= 0);
    }

    /** The same, as a problem that ends the request. */
    public void demandBelieved(Instant machines) {
        doubt(machines).ifPresent(words -> {
            throw Problem.of(503, "clock-doubted", "CMM's clock cannot be right", words)
                    .exception(Duration.ofMinutes(1));
        });
    }

    private Optional<String> judged(Instant now, boolean agreed) {
        Optional<String> fault = now.isBefore(FIRST_DAY)
                ? Optional.of(words(now, "CMM is not older than " + FIRST_DAY))
                : jump(now).filter(words -> !agreed && !hasLasted(now)).map(known -> words(now, known));
        if (fault.isPresent() && doubtedSince.isEmpty()) {
            LOG.warn(fault.get());
        }
        if (fault.isEmpty() && doubtedSince.isPresent()) {
            LOG.infof("The clock is believed again; it is %s", now);
        }
        if (fault.isEmpty()) {
            lastGood = Optional.of(now);
            doubtedSince = Optional.empty();
        } else if (!isWithinDoubt(now)) {
            doubtedSince = Optional.of(now);
        }
        return fault;
    }

    private Optional<String> jump(Instant now) {
        return lastGood.filter(good -> now.isBefore(good.minus(MOST_BACK)) || now.isAfter(good.plus(MOST_AHEAD)))
                .map(good -> "the last time that was known is " + good);
    }

    private static String words(Instant now, String known) {
        return ("the clock of CMM's machine says %s, but %s: set it right. Until then samples are refused, and agents keep"
                        + " theirs")
                .formatted(now, known);
    }

    private boolean hasLasted(Instant now) {
        return isWithinDoubt(now)
                && doubtedSince
                        .filter(since -> now.isAfter(since.plus(LONGEST_DOUBT)))
                        .isPresent();
    }

    /** Whether the clock has gone on from where the doubt began, and not jumped again. */
    private boolean isWithinDoubt(Instant now) {
        return doubtedSince
                .filter(since -> !now.isBefore(since) && now.isBefore(since.plus(LONGEST_DOUBT.multipliedBy(2))))
                .isPresent();
    }
}
