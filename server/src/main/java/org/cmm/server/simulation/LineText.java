package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cmm.server.simulation.EditorSchema.Kind;

/**
 * Values of an experiment's file on one line of a form: {@code weibull, shape 2.5, scale 1000 h}, {@code every 90 d,
 * inspect 20 min, finds 0.8}, {@code monday, friday, opens 08:00, closes 12:00}. What makes no sense stays as it is,
 * and the reader of files says so.
 */
final class LineText {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A comma between digits belongs to a number. */
    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s+|\\s*;\\s*");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}(?:[.,][0-9]{1,18})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern WEEKDAY = Pattern.compile("[a-z]+day");

    private LineText() {}

    static String of(JsonNode node) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isFloatingPointNumber()) {
            return Numbers.text(node.doubleValue());
        }
        if (!node.isObject()) {
            return node.asText();
        }
        List<String> parts = new ArrayList<>();
        node.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "law" -> parts.add(value.asText());
                case "inspect" -> {
                    parts.add("inspect " + of(value.path("takes")));
                    parts.add("finds " + of(value.path("finds")));
                }
                case "days", "dates", "values" -> {
                    List<String> all = new ArrayList<>();
                    value.forEach(one -> all.add(of(one)));
                    parts.add((entry.getKey().equals("days") ? "" : entry.getKey() + " ") + String.join(" + ", all));
                }
                default -> parts.add(entry.getKey() + " " + of(value));
            }
        });
        return String.join(", ", parts);
    }

    static JsonNode read(String line, Kind kind) {
        String text = line.strip();
        return switch (kind) {
            case TEXT, CHOICE -> JSON.textNode(text);
            case TIME -> JSON.textNode(text);
            case NUMBER, SHARE -> number(text);
            case LAW -> law(text);
            case HOURS -> hours(text);
            case CARE -> care(text);
        };
    }

    private static JsonNode number(String text) {
        String plain = text.replaceAll("[\\s\u00a0\u202f]", "");
        return NUMBER.matcher(plain).matches() ? exact(plain.replace(',', '.')) : JSON.textNode(text);
    }

    /** A whole number stays whole: a seed has more digits than a floating-point number. */
    private static JsonNode exact(String plain) {
        BigDecimal value = new BigDecimal(plain);
        return value.scale() <= 0 && value.precision() - value.scale() <= 18
                ? JSON.numberNode(value.longValue())
                : JSON.numberNode(value.doubleValue());
    }

    private static JsonNode law(String text) {
        String[] parts = BETWEEN.split(text);
        String name = parts[0].toLowerCase(Locale.ROOT);
        String word = name.split("\\s+", 2)[0];
        if (!LawText.NAMES.contains(word) || word.equals("never")) {
            return JSON.textNode(text);
        }
        ObjectNode law = JSON.objectNode().put("law", word);
        for (int index = 0; index < parts.length; index++) {
            String part = index == 0 ? parts[0].substring(word.length()).strip() : parts[index];
            if (!part.isEmpty()) {
                put(law, part);
            }
        }
        return law;
    }

    private static void put(ObjectNode object, String part) {
        String[] pair = part.split("\\s+", 2);
        String key = pair[0].toLowerCase(Locale.ROOT);
        String value = pair.length == 2 ? pair[1] : "";
        if (key.equals("values") || key.equals("dates")) {
            ArrayNode all = object.putArray(key);
            List.of(value.split("\\s*\\+\\s*")).forEach(all::add);
            return;
        }
        object.set(key, number(value));
    }

    private static JsonNode care(String text) {
        if (text.isEmpty() || !text.contains(" ")) {
            return JSON.textNode(text);
        }
        ObjectNode care = JSON.objectNode();
        for (String part : BETWEEN.split(text)) {
            put(care, part);
        }
        if (care.has("inspect") || care.has("finds")) {
            ObjectNode inspect = JSON.objectNode();
            if (care.has("inspect")) {
                inspect.set("takes", care.get("inspect"));
            }
            if (care.has("finds")) {
                inspect.set("finds", care.remove("finds"));
            }
            care.set("inspect", inspect);
        }
        return care;
    }

    private static JsonNode hours(String text) {
        if (!text.contains(" ")) {
            return JSON.textNode(text);
        }
        ObjectNode hours = JSON.objectNode();
        ArrayNode days = JSON.arrayNode();
        for (String part : text.split("\\s*[,+]\\s*")) {
            if (WEEKDAY.matcher(part).matches()) {
                days.add(part);
            } else {
                put(hours, part);
            }
        }
        hours.set("days", days);
        return hours;
    }
}
