package org.cmm.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/** What came back, with words for tests. */
public record Answer(String asked, int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public Answer expect(int expected) {
        if (status != expected) {
            throw new AssertionError("%s: expected %d, was %d: %s".formatted(asked, expected, status, body));
        }
        return this;
    }

    /** Expects an RFC 9457 problem of this kind that says what to do. */
    public Answer expectProblem(int expected, String kind) {
        expect(expected);
        if (!isProblem() || !json().get("type").asText().equals("/problems/" + kind)) {
            throw new AssertionError(
                    "%s: expected the problem '%s', was %s: %s".formatted(asked, kind, header("Content-Type"), body));
        }
        return this;
    }

    /** Whether it is a problem with every part, and its status is the one it was sent with. */
    public boolean isProblem() {
        if (!header("Content-Type").equals("application/problem+json")) {
            return false;
        }
        JsonNode problem = json();
        return problem.path("type").asText().startsWith("/problems/")
                && !problem.path("title").asText().isEmpty()
                && !problem.path("detail").asText().isEmpty()
                && problem.path("status").asInt() == status;
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(asked + ": this is no JSON: " + body, e);
        }
    }

    @Override
    public String toString() {
        return "%s -> %d %s".formatted(asked, status, body.length() > 300 ? body.substring(0, 300) + "…" : body);
    }
}
