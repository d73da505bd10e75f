package org.cmm.core.simulation;

import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.Severity;
import org.cmm.core.scenario.Sign;

/**
 * When a rule about high or low values makes an alert of a metric that climbs evenly: at the delivery of the first
 * sample that is at least the hold later than the first sample at or past the threshold. Other kinds of rules are for
 * samples.
 */
final class RampDelay {

    /** So that a hold of three samples is three samples whatever is rounded. */
    private static final double ROUNDING = 1e-9;

    private final Rules rules;

    RampDelay(Rules rules) {
        this.rules = rules;
    }

    /**
     * Hours from the beginning of a warning to its alert; infinite if no rule makes one of it.
     *
     * @param length hours of the warning
     * @param beganAt hours since the start
     */
    double hours(Sign.Ramp ramp, double length, double beganAt, Beat sampling, Beat delivery) {
        double soonest = Double.POSITIVE_INFINITY;
        for (Rule rule : rules.all()) {
            if (rule.kind() instanceof Kind.Threshold threshold
                    && threshold.metric().equals(ramp.metric())) {
                double crossed = beganAt + length * crossing(rule, threshold.side(), ramp);
                soonest = Math.min(soonest, alerted(crossed, rule, sampling, delivery) - beganAt);
            }
        }
        return soonest;
    }

    /** The share of the warning after which the threshold is reached; infinite if it never is. */
    private static double crossing(Rule rule, Kind.Side side, Sign.Ramp ramp) {
        double usual = side.turned(ramp.usual());
        double atFailure = side.turned(ramp.atFailure());
        double threshold = firstThatTells(rule.levels()).map(Level::raiseAt).orElse(Double.POSITIVE_INFINITY);
        if (threshold > atFailure) {
            return Double.POSITIVE_INFINITY;
        }
        return usual >= threshold ? 0 : (threshold - usual) / (atFailure - usual);
    }

    private static double alerted(double crossed, Rule rule, Beat sampling, Beat delivery) {
        if (crossed == Double.POSITIVE_INFINITY) {
            return crossed;
        }
        double hold = Hours.of(rule.timing().raiseAfter());
        long samples = (long) Math.ceil(hold / sampling.period() - ROUNDING);
        double sampled = sampling.time(sampling.next(crossed) + samples);
        return delivery.time(delivery.next(sampled - ROUNDING));
    }

    private static Optional<Level> firstThatTells(List<Level> levels) {
        return levels.stream()
                .filter(level -> level.severity().compareTo(Severity.WARNING) >= 0)
                .findFirst();
    }
}
