package org.cmm.core.metric;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The identity of one time series of a server: a metric, and the part of the machine it was read from.
 *
 * <p>Its one text form is {@code system.filesystem.utilization{system.filesystem.mountpoint=/}}: attributes sorted by
 * key, no braces when there are none, and in values a backslash before each backslash, comma, equals sign and closing
 * brace. Two series are equal exactly when their texts are. The order is the order of the texts.
 *
 * <p>The metric need not be in the catalogue: a newer agent may send what this CMM does not know yet.
 *
 * @param metric dotted lower-case name, at most {@value #LONGEST_METRIC} characters
 * @param attributes at most {@value #MOST_ATTRIBUTES}; keys are spelt like metric names, values are people's text of 1
 *     to {@value #LONGEST_VALUE} characters without control characters
 */
public record Series(String metric, SortedMap<String, String> attributes) implements Comparable<Series> {

    public static final int LONGEST_METRIC = 120;
    public static final int LONGEST_VALUE = 200;
    public static final int MOST_ATTRIBUTES = 8;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.]*");

    public Series {
        requireName("metric", metric);
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new IllegalArgumentException("series of '%s': must have at most %d attributes, had %d"
                    .formatted(metric, MOST_ATTRIBUTES, attributes.size()));
        }
        SortedMap<String, String> copy = new TreeMap<>();
        copy.putAll(attributes);
        copy.forEach(Series::requireAttribute);
        attributes = Collections.unmodifiableSortedMap(copy);
    }

    /** The only series of a metric that describes the whole machine. */
    public static Series of(Metric metric) {
        return new Series(metric.name(), new TreeMap<>());
    }

    /** This series, told apart by one more attribute. */
    public Series with(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(attributes);
        more.put(key, value);
        return new Series(metric, more);
    }

    /**
     * Reads the text form; attributes may come in any order.
     *
     * @throws IllegalArgumentException when the text is no series; the message says where and why
     */
    public static Series parse(String text) {
        return new SeriesText(text).read();
    }

    @Override
    public int compareTo(Series other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return SeriesText.write(this);
    }

    private static void requireAttribute(String key, String value) {
        requireName("attribute", key);
        if (value.isEmpty() || value.length() > LONGEST_VALUE) {
            throw new IllegalArgumentException("attribute '%s': its value must have 1 to %d characters, had %d"
                    .formatted(key, LONGEST_VALUE, value.length()));
        }
        value.codePoints().filter(Series::unprintable).findFirst().ifPresent(character -> {
            throw new IllegalArgumentException(
                    "attribute '%s': its value must be printable text, held U+%04X".formatted(key, character));
        });
    }

    /** Control characters break logs and databases; half of a surrogate pair cannot be written as UTF-8. */
    private static boolean unprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }

    private static void requireName(String what, String name) {
        if (name.length() > LONGEST_METRIC) {
            throw new IllegalArgumentException("%s '%.20s…': a name must have at most %d characters, had %d"
                    .formatted(what, name, LONGEST_METRIC, name.length()));
        }
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "%s '%s': a name must start with a letter a-z and hold only a-z, 0-9, '.' and '_'"
                            .formatted(what, name));
        }
    }
}
