package org.cmm.server.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with named places such as {@code {to}}, of which each value is written as its surroundings need it. */
final class Template {

    /** Names that a template may use. */
    static final List<String> NAMES = List.of("to", "text", "title", "severity", "link", "key", "secret");

    private static final Pattern PLACE = Pattern.compile("\\{(" + String.join("|", NAMES) + ")}");

    private Template() {}

    /** In an address: nothing that a value holds can end its part of it. */
    static String inAddress(String template, Map<String, String> values) {
        return filled(template, values, value -> URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20"));
    }

    /** In a header: one line, of characters that headers have. */
    static String inHeader(String template, Map<String, String> values) {
        return filled(template, values, value -> value.replaceAll("[^\\x20-\\x7e]", "?"));
    }

    /** Within a JSON string. */
    static String inJson(String template, Map<String, String> values) {
        return filled(template, values, Template::json);
    }

    static String plain(String template, Map<String, String> values) {
        return filled(template, values, UnaryOperator.identity());
    }

    private static String filled(String template, Map<String, String> values, UnaryOperator<String> written) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(written.apply(values.getOrDefault(place.group(1), ""))));
    }

    private static String json(String value) {
        StringBuilder text = new StringBuilder(value.length() + 8);
        for (int index = 0; index < value.length(); index++) {
            char letter = value.charAt(index);
            switch (letter) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(letter < ' ' ? "\\u%04x".formatted((int) letter) : Character.toString(letter));
            }
        }
        return text.toString();
    }
}
