package org.cmm.core.metric;

/**
 * Why a value cannot be a reading of its metric. Pages translate the case; {@link #describe} serves problem documents.
 */
public sealed interface ValueFault {

    Metric metric();

    /** Names the thing, the fault and the remedy, in English. */
    String describe();

    /** Not a number: no measurement at all. */
    record NotANumber(Metric metric) implements ValueFault {
        @Override
        public String describe() {
            return "metric '%s': a value must be a number, was NaN; leave an absent reading out"
                    .formatted(metric.name());
        }
    }

    /** Plus or minus infinity: usually a division by zero at the source. */
    record Infinite(Metric metric) implements ValueFault {
        @Override
        public String describe() {
            return "metric '%s': a value must be finite; leave an absent reading out".formatted(metric.name());
        }
    }

    /** A number that the metric's unit or meaning rules out, such as a ratio of 85. */
    record OutOfRange(Metric metric, double value) implements ValueFault {
        @Override
        public String describe() {
            return "metric '%s': a value must be %s, in the unit '%s', was %s"
                    .formatted(metric.name(), range(), metric.unit().symbol(), value);
        }

        private String range() {
            return Double.isInfinite(metric.highest())
                    ? "at least " + metric.lowest()
                    : "between " + metric.lowest() + " and " + metric.highest();
        }
    }
}
