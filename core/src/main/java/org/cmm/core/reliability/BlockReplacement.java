package org.cmm.core.reliability;

import org.cmm.core.random.Law;
import org.cmm.core.reliability.Optimum.At;
import org.cmm.core.reliability.Optimum.NeverPays;
import org.cmm.core.reliability.Optimum.Reason;

/**
 * A part is replaced when it fails, and whatever its age in a fixed period (R. E. Barlow, F. Proschan, <i>Mathematical
 * theory of reliability</i>, 1965, chapter 4). Nobody needs to know ages; some parts are replaced that are almost new.
 *
 * <p>Exact for exponential and gamma laws; for others within some 1e-6 of the rate, and then making one costs 10 ms.
 */
public final class BlockReplacement {

    private static final int CANDIDATES = 1_000;
    private static final double HORIZON_IN_MEANS = 5;

    /** Less of a saving than this may be the error of the steps. */
    private static final double NOTICEABLE = 1e-5;

    private final Law life;
    private final double planned;
    private final double failed;
    private final RenewalFunction renewals;

    /**
     * Parts of one kind.
     *
     * @param life of a new part; its mean must be finite
     * @param planned the cost of a replacement at the end of a period
     * @param failed the cost of a replacement after a failure
     */
    public BlockReplacement(Law life, double planned, double failed) {
        Inputs.positive("block replacement", "mean life", life.mean());
        Inputs.positive("block replacement", "cost of a planned replacement", planned);
        Inputs.positive("block replacement", "cost of a failure", failed);
        this.life = life;
        this.planned = planned;
        this.failed = failed;
        this.renewals = RenewalFunction.of(life, horizon());
    }

    private double horizon() {
        return HORIZON_IN_MEANS * life.mean();
    }

    /** The failures expected in a period, up to five mean lives long. */
    public double failures(double period) {
        if (!(period > 0 && period <= horizon())) {
            throw new IllegalArgumentException("block replacement: period must be more than 0 and at most %s, was %s"
                    .formatted(horizon(), period));
        }
        return renewals.failures(period);
    }

    /** The cost for each unit of time, for a period up to five mean lives long. */
    public double costRate(double period) {
        return (planned + failed * failures(period)) / period;
    }

    /** The cost for each unit of time without planned replacements. */
    public double costRateOfWaiting() {
        return failed / life.mean();
    }

    /** The period, up to five mean lives, at which the cost rate is least. */
    public Optimum best() {
        double step = horizon() / CANDIDATES;
        int best = 1;
        for (int index = 2; index <= CANDIDATES; index++) {
            best = costRate(index * step) < costRate(best * step) ? index : best;
        }
        double period =
                refined(Math.max(step / 2, (best - 1) * step), best * step, Math.min(horizon(), (best + 1) * step));
        double saving = 1 - costRate(period) / costRateOfWaiting();
        return saving > NOTICEABLE ? new At(period, costRate(period), saving) : new NeverPays(reason());
    }

    private double refined(double earlier, double best, double later) {
        double root = Bisection.between(
                earlier,
                later,
                period -> period * renewals.rate(period) - renewals.failures(period) - planned / failed);
        return costRate(root) <= costRate(best) ? root : best;
    }

    /** Times that vary at least as much as exponential ones have no wear in them that a period could forestall. */
    private Reason reason() {
        return life.variance() >= life.mean() * life.mean() * (1 - NOTICEABLE)
                ? Reason.HAZARD_DOES_NOT_GROW
                : Reason.PREVENTION_COSTS_TOO_MUCH;
    }
}
