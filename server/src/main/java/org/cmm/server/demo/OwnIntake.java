package org.cmm.server.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.HttpServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.cmm.server.platform.Listening;
import org.cmm.server.platform.Settings;

/** CMM's own way in, over HTTP as every agent takes it. */
@Singleton
class OwnIntake {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String JSON = "application/json";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final HttpServer server;
    private final Settings settings;
    private final ObjectMapper json;

    OwnIntake(HttpServer server, Settings settings, ObjectMapper json) {
        this.server = server;
        this.settings = settings;
        this.json = json;
    }

    /** Whether CMM answers yet. */
    boolean isOpen() {
        return server.getPort() > 0;
    }

    /** Gives up whatever is on its way, for good: a server that ends cannot wait for its own answers. */
    void close() {
        http.shutdownNow();
    }

    void post(String path, String secret, Object body) throws InterruptedException {
        send("POST", path, secret, JSON, written(body));
    }

    void put(String path, String secret, Object body) throws InterruptedException {
        send("PUT", path, secret, JSON, written(body));
    }

    /** The answer, read as this type. */
    <T> T post(String path, String secret, Object body, Class<T> answer) throws InterruptedException {
        String text = send("POST", path, secret, JSON, written(body));
        try {
            return json.readValue(text, answer);
        } catch (JsonProcessingException e) {
            throw new DemoFault("%s answered %.200s".formatted(path, text), e);
        }
    }

    void post(String path, String secret, String type, byte[] body) throws InterruptedException {
        send("POST", path, secret, type, BodyPublishers.ofByteArray(body));
    }

    private String send(String method, String path, String secret, String type, BodyPublisher body)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://%s:%d%s".formatted(host(), server.getPort(), path)))
                .timeout(PATIENCE)
                .header("Content-Type", type)
                .method(method, body);
        if (!secret.isEmpty()) {
            request.header("Authorization", "Bearer " + secret);
        }
        HttpResponse<String> answer = answered(path, http.sendAsync(request.build(), BodyHandlers.ofString()));
        if (answer.statusCode() / 100 != 2) {
            throw new DemoFault("%s answered %d %.200s".formatted(path, answer.statusCode(), answer.body()), null);
        }
        return answer.body();
    }

    /** Whoever is interrupted knows afterwards that nothing of theirs is on its way any more. */
    private static HttpResponse<String> answered(String path, CompletableFuture<HttpResponse<String>> coming)
            throws InterruptedException {
        try {
            return coming.get();
        } catch (InterruptedException e) {
            coming.handle((answer, fault) -> path).join();
            throw e;
        } catch (ExecutionException e) {
            throw new DemoFault("%s did not answer: %s".formatted(path, e.getCause()), e);
        }
    }

    /** Behind a proxy CMM may listen at one address only. */
    private String host() {
        String host = Listening.of(settings).plain().host();
        return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
    }

    private BodyPublisher written(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
