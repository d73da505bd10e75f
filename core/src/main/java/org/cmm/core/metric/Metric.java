package org.cmm.core.metric;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One entry of the catalogue of {@link Metrics}: what a value of this name means.
 *
 * @param name OpenTelemetry's name
 * @param unit the unit of every value
 * @param lowest the smallest value that makes sense, in that unit
 * @param highest the largest one; infinite where the machine sets no bound
 * @param attributeKeys the keys that each of its series carries, no more and no fewer
 */
public record Metric(String name, Unit unit, double lowest, double highest, SortedSet<String> attributeKeys) {

    public Metric {
        attributeKeys = Collections.unmodifiableSortedSet(new TreeSet<>(attributeKeys));
    }

    /**
     * What is wrong with this value, or nothing. Bounds belong to the range. An absent reading is not a value: do not
     * ask about it. A valid value costs two comparisons and no allocation.
     */
    public Optional<ValueFault> check(double value) {
        if (value >= lowest && value <= highest && value != Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        if (Double.isNaN(value)) {
            return Optional.of(new ValueFault.NotANumber(this));
        }
        if (Double.isInfinite(value)) {
            return Optional.of(new ValueFault.Infinite(this));
        }
        return Optional.of(new ValueFault.OutOfRange(this, value));
    }

    /** Whether this series is one of this metric's: its name, and exactly its attribute keys. */
    public boolean describes(Series series) {
        return name.equals(series.metric())
                && attributeKeys.equals(series.attributes().keySet());
    }
}
