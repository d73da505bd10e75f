package org.cmm.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One field that a change gave another value.
 *
 * @param field its name, with dots between the levels
 * @param before as text; empty when it was not there or held nothing
 * @param after as text; empty when it is gone or holds nothing
 */
record Difference(String field, String before, String after) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The log says already what was created when, and people know nothing by its number. */
    private static final Set<String> SAID_ELSEWHERE = Set.of("id", "createdAt");

    /** What differs between two things that are written as JSON; a thing that was or is not there is null. */
    static List<Difference> between(@Nullable String before, @Nullable String after) {
        Map<String, String> old = fields(before);
        Map<String, String> fresh = fields(after);
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        names.removeAll(SAID_ELSEWHERE);
        return names.stream()
                .map(name -> new Difference(name, old.getOrDefault(name, ""), fresh.getOrDefault(name, "")))
                .filter(found -> !found.before().equals(found.after()))
                .toList();
    }

    private static Map<String, String> fields(@Nullable String json) {
        Map<String, String> found = new LinkedHashMap<>();
        if (json != null) {
            collect("", tree(json), found);
        }
        return found;
    }

    private static void collect(String name, JsonNode node, Map<String, String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> collect(
                            name.isEmpty() ? field.getKey() : name + "." + field.getKey(), field.getValue(), found));
            return;
        }
        found.put(name, text(node));
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            return String.join(
                    ", ",
                    StreamSupport.stream(node.spliterator(), false)
                            .map(Difference::text)
                            .toList());
        }
        return node.isContainerNode() ? node.toString() : node.asText("");
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
