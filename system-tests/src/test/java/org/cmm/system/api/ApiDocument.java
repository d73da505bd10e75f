package org.cmm.system.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The OpenAPI document of a server, read with the eyes of somebody who has to write a program against it. */
record ApiDocument(JsonNode root) {

    /** Each as {@code GET /api/v1/servers/{code}}. */
    SortedMap<String, JsonNode> operations() {
        SortedMap<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                operations.put(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                        operation.getValue());
            }
        }
        return operations;
    }

    /** What such a person would miss. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        operations().forEach((address, operation) -> gaps(operation).forEach(gap -> gaps.add(address + ": " + gap)));
        references(root)
                .filter(reference -> root.at(reference.substring(1)).isMissingNode())
                .forEach(reference -> gaps.add("nothing is at " + reference));
        return gaps;
    }

    private List<String> gaps(JsonNode operation) {
        List<String> gaps = new ArrayList<>();
        for (String field : List.of("summary", "tags", "security", "operationId")) {
            if (operation.path(field).isMissingNode()) {
                gaps.add("no " + field);
            }
        }
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("description").asText().isEmpty()
                    || parameter.path("schema").isEmpty()) {
                gaps.add("parameter '%s' is not described"
                        .formatted(parameter.path("name").asText()));
            }
        });
        JsonNode body = operation.path("requestBody").path("content");
        body.forEach(form -> {
            if (!isBinary(form)
                    && form.path("examples").isEmpty()
                    && resolved(form.path("schema")).path("examples").isEmpty()) {
                gaps.add("no example of the body");
            }
        });
        answers(operation, gaps);
        return gaps;
    }

    private void answers(JsonNode operation, List<String> gaps) {
        JsonNode answers = operation.path("responses");
        boolean success = false;
        for (Map.Entry<String, JsonNode> answer : answers.properties()) {
            int status = Integer.parseInt(answer.getKey());
            JsonNode content = resolved(answer.getValue()).path("content");
            success |= status < 300;
            if (status >= 400 && !content.has("application/problem+json")) {
                gaps.add(status + " is no problem");
            }
            if ((status == 200 || status == 201) && content.findPath("schema").isEmpty()) {
                gaps.add(status + " has no schema");
            }
        }
        if (!success) {
            gaps.add("no answer when all is well");
        }
        boolean guarded = !operation.path("security").isEmpty();
        if (guarded && !answers.has("401") || !answers.has("503")) {
            gaps.add("401 or 503 is missing");
        }
    }

    private static boolean isBinary(JsonNode form) {
        return form.path("schema").path("format").asText().equals("binary");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? root.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Stream<String> references(JsonNode node) {
        return node.findValuesAsText("$ref").stream().distinct();
    }
}
