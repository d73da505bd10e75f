package org.cmm.core.simulation;

import java.util.List;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.Severity;
import org.cmm.core.scenario.Sign;

/**
 * When a rule about high or low values makes an alert of a metric that climbs evenly: at the first sample that is at
 * least the hold later than the first sample at or past the threshold. Other kinds of rules are for the full mode.
 */
final class RampDelay {

    private final Rules rules;
    private final double sampling;

    /** @param sampling hours between two samples */
    RampDelay(Rules rules, double sampling) {
        this.rules = rules;
        this.sampling = sampling;
    }

    /**
     * Hours from the beginning of a warning to its alert; infinite if none comes before the failure.
     *
     * @param length hours of the warning
     * @param beganAt hours since the start
     * @param phase of the machine's agent, 0 to 1
     */
    double hours(Sign.Ramp ramp, double length, double beganAt, double phase) {
        double soonest = Double.POSITIVE_INFINITY;
        for (Rule rule : rules.all()) {
            if (rule.kind() instanceof Kind.Threshold threshold
                    && threshold.metric().equals(ramp.metric())) {
                soonest = Math.min(soonest, hours(rule, threshold.side(), ramp, length, beganAt, phase));
            }
        }
        return soonest;
    }

    private double hours(Rule rule, Kind.Side side, Sign.Ramp ramp, double length, double beganAt, double phase) {
        double usual = side.turned(ramp.usual());
        double atFailure = side.turned(ramp.atFailure());
        Level level = firstThatTells(rule.levels());
        if (level == null || level.raiseAt() > atFailure) {
            return Double.POSITIVE_INFINITY;
        }
        double crossed = usual >= level.raiseAt() ? 0 : (level.raiseAt() - usual) / (atFailure - usual) * length;
        double first = nextSample(beganAt + crossed, phase);
        double hold = Hours.of(rule.timing().raiseAfter());
        double last = first + Math.ceil(hold / sampling - 1e-9) * sampling;
        return last - beganAt;
    }

    private double nextSample(double at, double phase) {
        return Math.ceil((at - phase * sampling) / sampling) * sampling + phase * sampling;
    }

    private static @org.jspecify.annotations.Nullable Level firstThatTells(List<Level> levels) {
        return levels.stream()
                .filter(level -> level.severity().compareTo(Severity.WARNING) >= 0)
                .findFirst()
                .orElse(null);
    }
}
