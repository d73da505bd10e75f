package org.cmm.core.statistics;

import java.util.List;
import org.cmm.core.random.Law;

/**
 * A law as lifetimes say it, by maximum likelihood.
 *
 * @param family that it was chosen from
 * @param logLikelihood how well it explains them
 * @param parameters of the law, in its order, each with its interval
 */
public record Fit(Family family, Law law, double logLikelihood, List<Interval> parameters) {

    public Fit {
        parameters = List.copyOf(parameters);
    }

    /**
     * Akaike's criterion: the less, the better; a parameter must win at least 1 of the log-likelihood (H. Akaike, <i>A
     * new look at the statistical model identification</i>, IEEE Transactions on Automatic Control 19, 1974).
     */
    public double akaike() {
        return 2 * (parameters.size() - logLikelihood);
    }
}
