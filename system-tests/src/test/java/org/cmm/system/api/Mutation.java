package org.cmm.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.cmm.system.Call;

/** Makes calls of one operation out of its example, each a little wrong. */
record Mutation(Random random, ApiDocument document, String address, JsonNode operation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> WORDS = List.of(
            "",
            " ",
            "0",
            "-1",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "NaN",
            "null",
            "true",
            "a\u0000b",
            "\ud800",
            "é\u0301漢🐘",
            "'; DROP TABLE server; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00",
            "%",
            "2026-13-45T99:99:99Z",
            "-999999999-01-01T00:00:00Z",
            "x".repeat(2_000),
            "fuzz-target",
            "\r\nX: y");

    Call call() {
        String method = address.substring(0, address.indexOf(' '));
        Call call = Call.of(method, path() + query());
        if (random.nextInt(8) == 0) {
            call = call.header("Accept-Language", encodable(word()));
        }
        JsonNode body = operation.path("requestBody").path("content");
        if (body.has("application/json")) {
            return call.bytes("application/json", bytes(body.path("application/json")));
        }
        return body.isEmpty() ? call : call.bytes(body.fieldNames().next(), noise());
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (String part : address.substring(address.indexOf(' ') + 2).split("/")) {
            path.append('/').append(part.startsWith("{") ? encoded(word()) : part);
        }
        return path.toString();
    }

    private String query() {
        StringBuilder query = new StringBuilder("?");
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                query.append(parameter.path("name").asText())
                        .append('=')
                        .append(encoded(word()))
                        .append('&');
            }
        });
        return query.length() == 1 ? "" : query.toString();
    }

    private byte[] bytes(JsonNode form) {
        byte[] whole = mutated(example(form)).toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(6) == 0 && whole.length > 0) {
            whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        }
        return whole;
    }

    private JsonNode example(JsonNode form) {
        JsonNode examples = form.path("examples");
        JsonNode here = examples.isEmpty()
                ? examples.path("value")
                : examples.iterator().next().path("value");
        String reference = form.path("schema").path("$ref").asText();
        JsonNode example = here.isMissingNode()
                ? document.root().at(reference.substring(1)).path("examples").path(0)
                : here;
        try {
            return example.isTextual() ? JSON.readTree(example.textValue()) : example.deepCopy();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(address + ": its example is no JSON", e);
        }
    }

    /** One thing in it is replaced, left out or doubled. */
    private JsonNode mutated(JsonNode node) {
        if (node instanceof ObjectNode object && !object.isEmpty() && random.nextInt(10) != 0) {
            List<String> names = List.copyOf(object.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .toList());
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + word(), value());
                default -> object.set(name, mutated(object.get(name)));
            }
            return object;
        }
        if (node instanceof ArrayNode array && !array.isEmpty() && random.nextInt(4) != 0) {
            int place = random.nextInt(array.size());
            array.set(place, mutated(array.get(place)));
            array.add(random.nextBoolean() ? value() : array.get(place));
            return array;
        }
        return value();
    }

    private JsonNode value() {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(random.nextDouble() * Math.pow(10, random.nextInt(600) - 300));
            case 4 -> NODES.arrayNode().add(word());
            case 5 -> NODES.objectNode().put(word(), word());
            default -> NODES.textNode(word());
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[random.nextInt(200)];
        random.nextBytes(noise);
        return noise;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String encodable(String word) {
        return word.replaceAll("[^ -~]", "?");
    }
}
