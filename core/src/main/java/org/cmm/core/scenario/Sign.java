package org.cmm.core.scenario;

import org.cmm.core.metric.Metrics;
import org.cmm.core.random.Law;

/** How monitoring comes to see a fault before it is a failure. */
public sealed interface Sign {

    /**
     * After some time, whatever it is that shows.
     *
     * @param after hours in operation from the beginning of the warning to the alert
     * @param sensitivity the share of faults that are seen at all
     */
    record Delay(Law after, double sensitivity) implements Sign {
        public Delay {
            Check.share("sign", "sensitivity", sensitivity);
        }
    }

    /**
     * A metric that climbs evenly from its usual value to its value at the failure; the rules in force decide when that
     * is an alert.
     *
     * @param metric known to {@link Metrics}
     * @param usual its value while all is well, in the metric's unit
     * @param atFailure its value when the fault becomes a failure
     */
    record Ramp(String metric, double usual, double atFailure) implements Sign {
        public Ramp {
            Check.that(
                    Metrics.find(metric).isPresent(),
                    "sign",
                    "the metric '%s' is not known%s"
                            .formatted(
                                    metric,
                                    Metrics.nearest(metric)
                                            .map(near -> "; did you mean '%s'?".formatted(near.name()))
                                            .orElse("")));
            Check.that(
                    usual != atFailure && Double.isFinite(usual) && Double.isFinite(atFailure),
                    "sign",
                    "the value at failure must differ from the usual one, both were %s".formatted(usual));
        }
    }

    /** Nothing that monitoring measures shows it; people who look at the part do see it. */
    record Hidden() implements Sign {}
}
