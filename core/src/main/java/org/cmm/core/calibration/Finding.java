package org.cmm.core.calibration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cmm.core.random.RandomStream;
import org.cmm.core.statistics.Fitting;
import org.cmm.core.statistics.GoodnessOfFit;
import org.cmm.core.statistics.Lifetime;

/**
 * What lifetimes say of their law.
 *
 * @param goodness whether the best law is in doubt; nothing without a law
 */
public record Finding(List<Lifetime> lifetimes, Fitting fitting, Optional<GoodnessOfFit> goodness) {

    public static final double LEVEL = 0.95;

    private static final int MOST_ROUNDS = 199;
    private static final int LEAST_ROUNDS = 39;
    private static final int WORK = 60_000;

    public Finding {
        lifetimes = List.copyOf(lifetimes);
    }

    /**
     * Fits and tests. Cost: some tenths of a second.
     *
     * @param stream for the test, which makes lifetimes up
     */
    public static Finding of(List<Lifetime> lifetimes, RandomStream stream) {
        Fitting fitting = Fitting.of(lifetimes, LEVEL);
        int rounds = Math.clamp(WORK / Math.max(1, lifetimes.size()), LEAST_ROUNDS, MOST_ROUNDS);
        Optional<GoodnessOfFit> goodness = fitting instanceof Fitting.Fitted fitted
                ? Optional.of(GoodnessOfFit.of(fitted.best(), lifetimes, stream, rounds))
                : Optional.empty();
        return new Finding(lifetimes, fitting, goodness);
    }

    /** How many ended while somebody looked. */
    public int ended() {
        return (int) lifetimes.stream().filter(Lifetime::ended).count();
    }

    /** Hours that were watched, all together. */
    public double hours() {
        return lifetimes.stream()
                .mapToDouble(life -> life.until() - life.from())
                .sum();
    }

    /** How many more must end before anything can be said; 0 where it can. */
    public int missing() {
        return fitting instanceof Fitting.TooFew few ? few.needed() - few.ended() : 0;
    }

    /** How long that takes at the pace of the time that was asked for; nothing where none ended in it. */
    public Optional<Duration> wait(Duration asked) {
        int ended = ended();
        return ended == 0
                ? Optional.empty()
                : Optional.of(asked.multipliedBy(missing()).dividedBy(ended));
    }
}
