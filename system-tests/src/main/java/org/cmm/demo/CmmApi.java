package org.cmm.demo;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to one CMM. */
final class CmmApi {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String url;

    CmmApi(String url) {
        this.url = url;
    }

    String url() {
        return url;
    }

    /** What CMM answered; {@code json} is empty when it was no object. */
    record Answer(int status, JsonObject json, String text) {

        boolean ok() {
            return status / 100 == 2;
        }

        /** @throws DemoFailure with CMM's own words when it refused */
        JsonObject expected(String what) {
            if (!ok()) {
                throw new DemoFailure("%s: CMM answered %d %s".formatted(what, status, text));
            }
            return json;
        }
    }

    Answer get(String path, String secret) {
        return send(request(path, secret).GET());
    }

    Answer post(String path, String secret, JsonObject body) {
        return json("POST", path, secret, body);
    }

    private Answer json(String method, String path, String secret, JsonObject body) {
        BodyPublisher content = BodyPublishers.ofString(JsonWriter.string(body));
        return send(
                request(path, secret).header("Content-Type", "application/json").method(method, content));
    }

    private HttpRequest.Builder request(String path, String secret) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(1));
        return secret.isEmpty() ? request : request.header("Authorization", "Bearer " + secret);
    }

    /** A server that is away or restarting answers 503, as far as the demo is concerned. */
    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), object(answer.body()), answer.body());
        } catch (IOException e) {
            return new Answer(503, new JsonObject(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(503, new JsonObject(), "the demo is being stopped");
        }
    }

    private static JsonObject object(String text) {
        try {
            return text.startsWith("{") ? JsonParser.object().from(text) : new JsonObject();
        } catch (JsonParserException e) {
            return new JsonObject();
        }
    }
}
