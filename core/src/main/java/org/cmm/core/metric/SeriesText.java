package org.cmm.core.metric;

import java.util.SortedMap;
import java.util.TreeMap;

/** The text form of a {@link Series}, written and read back; one reader reads one text. */
final class SeriesText {

    private static final String ESCAPED = "\\,=}";

    private final String text;
    private int position;

    SeriesText(String text) {
        this.text = text;
    }

    static String write(Series series) {
        if (series.attributes().isEmpty()) {
            return series.metric();
        }
        StringBuilder written = new StringBuilder(series.metric());
        char separator = '{';
        for (var attribute : series.attributes().entrySet()) {
            written.append(separator).append(attribute.getKey()).append('=');
            writeValue(attribute.getValue(), written);
            separator = ',';
        }
        return written.append('}').toString();
    }

    private static void writeValue(String value, StringBuilder written) {
        for (int index = 0; index < value.length(); index++) {
            char letter = value.charAt(index);
            if (ESCAPED.indexOf(letter) >= 0) {
                written.append('\\');
            }
            written.append(letter);
        }
    }

    Series read() {
        String metric = name('{');
        SortedMap<String, String> attributes = new TreeMap<>();
        if (position < text.length()) {
            readAttributes(attributes);
        }
        return new Series(metric, attributes);
    }

    private void readAttributes(SortedMap<String, String> attributes) {
        char separator = '{';
        while (separator != '}') {
            position++;
            String key = name('=');
            expectMore("'=' after the attribute key");
            position++;
            String value = value();
            expectMore("'}' at the end");
            if (attributes.put(key, value) != null) {
                throw fault("attribute '" + key + "' must appear once");
            }
            separator = text.charAt(position);
        }
        if (position != text.length() - 1) {
            throw fault("nothing may follow the first unescaped '}'");
        }
    }

    /** Takes what stands before {@code end}, or before the end of the text. */
    private String name(char end) {
        int found = text.indexOf(end, position);
        int start = position;
        position = found < 0 ? text.length() : found;
        return text.substring(start, position);
    }

    /** Takes and unescapes what stands before the next bare comma or closing brace. */
    private String value() {
        StringBuilder taken = new StringBuilder();
        while (position < text.length() && ",}".indexOf(text.charAt(position)) < 0) {
            if (text.charAt(position) == '\\') {
                position++;
                expectMore("a character after '\\'");
            }
            taken.append(text.charAt(position));
            position++;
        }
        return taken.toString();
    }

    private void expectMore(String expected) {
        if (position >= text.length()) {
            throw fault("expected " + expected + ", but the text ends");
        }
    }

    private IllegalArgumentException fault(String reason) {
        return new IllegalArgumentException("series '%s': %s".formatted(text, reason));
    }
}
