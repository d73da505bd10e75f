package org.cmm.core.reliability;

import java.util.stream.IntStream;
import org.cmm.core.random.Law;
import org.cmm.core.reliability.Optimum.At;
import org.cmm.core.reliability.Optimum.NeverPays;
import org.cmm.core.reliability.Optimum.Reason;

/**
 * A part is replaced when it fails or when it reaches an age, whichever comes first (R. E. Barlow, F. Proschan,
 * <i>Mathematical theory of reliability</i>, 1965, chapter 4). The costs may be money, or hours of downtime.
 *
 * @param life of a new part
 * @param planned the cost of a replacement at that age
 * @param failed the cost of a replacement after a failure
 */
public record AgeReplacement(Law life, double planned, double failed) {

    private static final int CANDIDATES = 400;

    /** Candidates cover probabilities of failing from 1e-9 to all but 1e-9. */
    private static final double OUTERMOST = Math.log(1e9);

    /** Less of a saving than this is rounding. */
    private static final double NOTICEABLE = 1e-9;

    public AgeReplacement {
        Inputs.positive("age replacement", "cost of a planned replacement", planned);
        Inputs.positive("age replacement", "cost of a failure", failed);
    }

    /** The cost for each unit of time, in the long run; that of replacements takes no time itself. */
    public double costRate(double age) {
        return costOfCycle(age) / CappedMean.of(life, age);
    }

    /** The cost for each unit of time without planned replacements. */
    public double costRateOfWaiting() {
        return failed / life.mean();
    }

    /** The share of time up, if the costs are times down. */
    public double availability(double age) {
        double up = CappedMean.of(life, age);
        return up / (up + costOfCycle(age));
    }

    /** The share of time up without planned replacements, if the costs are times down. */
    public double availabilityOfWaiting() {
        return life.mean() / (life.mean() + failed);
    }

    private double costOfCycle(double age) {
        return planned * life.survival(age) + failed * life.cumulative(age);
    }

    /**
     * The age at which the cost rate is least; the availability is greatest at the same. Candidates over all of the law
     * are compared, so hazards that rise and fall are no trap, and the best is refined by its equation: hazard × mean
     * time to replacement − probability of failing = planned / (failed − planned).
     */
    public Optimum best() {
        if (failed <= planned) {
            return new NeverPays(Reason.FAILURE_COSTS_NO_MORE);
        }
        double[] ages = IntStream.rangeClosed(0, CANDIDATES)
                .mapToDouble(this::candidate)
                .toArray();
        int best = 0;
        for (int index = 1; index < ages.length; index++) {
            best = costRate(ages[index]) < costRate(ages[best]) ? index : best;
        }
        double age = refined(ages[Math.max(0, best - 1)], ages[best], ages[Math.min(CANDIDATES, best + 1)]);
        double saving = 1 - costRate(age) / costRateOfWaiting();
        return saving > NOTICEABLE ? new At(age, costRate(age), saving) : new NeverPays(reason(ages));
    }

    /** Just before the quantile: where a law is one of single points, that is before the part fails. */
    private double candidate(int index) {
        double logit = OUTERMOST * (2.0 * index / CANDIDATES - 1);
        return Math.nextDown(life.quantile(1 / (1 + Math.exp(-logit))));
    }

    private double refined(double earlier, double best, double later) {
        double root = Bisection.between(earlier, later, this::slope);
        return costRate(root) <= costRate(best) ? root : best;
    }

    /** Has the sign of the cost rate's slope. */
    private double slope(double age) {
        return life.hazard(age) * CappedMean.of(life, age) - life.cumulative(age) - planned / (failed - planned);
    }

    private Reason reason(double[] ages) {
        for (int index = 1; index < ages.length; index++) {
            if (life.hazard(ages[index]) > life.hazard(ages[index - 1]) * (1 + NOTICEABLE)) {
                return Reason.PREVENTION_COSTS_TOO_MUCH;
            }
        }
        return Reason.HAZARD_DOES_NOT_GROW;
    }
}
