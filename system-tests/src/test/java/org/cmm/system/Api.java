package org.cmm.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The API as a program of an administrator uses it.
 *
 * @param token access token; empty for a stranger
 */
public record Api(HttpClient http, String url, String token) {

    public static final String PASSWORD = "a long enough pass phrase";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Creates the first administrator and logs in. */
    public static Api firstAdministrator(HttpClient http, String url, String setupToken)
            throws IOException, InterruptedException {
        Api stranger = new Api(http, url, "");
        stranger.send("POST", "/api/v1/setup", """
                {"token": "%s", "name": "awa", "email": "awa@example.org", "password": "%s"}
                """.formatted(setupToken, PASSWORD));
        return stranger.loggedIn();
    }

    /** The same, with a session of its own. */
    public Api loggedIn() throws IOException, InterruptedException {
        JsonNode tokens = send("POST", "/api/v1/session", """
                {"login": "awa", "password": "%s"}
                """.formatted(PASSWORD));
        return new Api(http, url, tokens.get("accessToken").asText());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
