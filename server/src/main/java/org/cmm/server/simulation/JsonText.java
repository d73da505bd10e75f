package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON for people: what fits stands on one line, numbers have no more digits than they need. */
final class JsonText {

    private static final int WIDTH = 110;

    private JsonText() {}

    /** Ends with a line feed. */
    static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, 0, 0, out);
        return out.append('\n').toString();
    }

    private static void write(JsonNode node, int indent, int used, StringBuilder out) {
        String flat = flat(node);
        if (!node.isContainerNode() || flat.length() + indent + used <= WIDTH) {
            out.append(flat);
            return;
        }
        String margin = "\n" + " ".repeat(indent + 2);
        out.append(node.isObject() ? '{' : '[');
        String between = "";
        if (node.isObject()) {
            for (var entry : node.properties()) {
                String key = quoted(entry.getKey()) + ": ";
                out.append(between).append(margin).append(key);
                write(entry.getValue(), indent + 2, key.length() + 1, out);
                between = ",";
            }
        } else {
            for (JsonNode child : node) {
                out.append(between).append(margin);
                write(child, indent + 2, 1, out);
                between = ",";
            }
        }
        out.append("\n").append(" ".repeat(indent)).append(node.isObject() ? '}' : ']');
    }

    private static String flat(JsonNode node) {
        if (node.isObject()) {
            List<String> fields = new ArrayList<>();
            node.properties().forEach(entry -> fields.add(quoted(entry.getKey()) + ": " + flat(entry.getValue())));
            return "{" + String.join(", ", fields) + "}";
        }
        if (node.isArray()) {
            List<String> elements = new ArrayList<>();
            node.forEach(element -> elements.add(flat(element)));
            return "[" + String.join(", ", elements) + "]";
        }
        return node.isFloatingPointNumber() ? Numbers.text(node.doubleValue()) : node.toString();
    }

    private static String quoted(String text) {
        return com.fasterxml.jackson.databind.node.TextNode.valueOf(text).toString();
    }
}
