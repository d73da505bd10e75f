package org.cmm.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes things for the audit log; a field whose name speaks of a secret keeps its name and loses its value. */
final class RedactedJson {

    private static final Pattern SECRET = Pattern.compile("password|secret|token|fingerprint|hash|credential");

    private final ObjectMapper mapper;

    RedactedJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Nullable
    String of(@Nullable Object thing) {
        if (thing == null) {
            return null;
        }
        JsonNode tree = mapper.valueToTree(thing);
        redact(tree);
        try {
            return mapper.writeValueAsString(tree).replace("\\u0000", "\\ufffd");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("this cannot be written to the audit log", e);
        }
    }

    private static void redact(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(field -> field.getValue().isValueNode() && isSecret(field.getKey()))
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(name -> object.put(name, "•••"));
        }
        node.forEach(RedactedJson::redact);
    }

    private static boolean isSecret(String field) {
        return SECRET.matcher(field.toLowerCase(Locale.ROOT)).find();
    }
}
