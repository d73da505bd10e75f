package org.cmm.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One request, put together word by word: {@code Call.post("/api/v1/sites").json("{…}").as(admin)}. */
@SuppressWarnings("ArrayRecordComponent") // sent once, never compared
public record Call(String method, String path, List<String> headers, byte[] body, Credential by) {

    /** Above this a server may refuse before it has read everything, so it is asked first. */
    private static final int LARGE = 1 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public static Call of(String method, String path) {
        return new Call(method, path, List.of(), new byte[0], Credential.NONE);
    }

    public static Call get(String path) {
        return of("GET", path);
    }

    public static Call post(String path) {
        return of("POST", path);
    }

    public static Call put(String path) {
        return of("PUT", path);
    }

    public static Call patch(String path) {
        return of("PATCH", path);
    }

    public static Call delete(String path) {
        return of("DELETE", path);
    }

    public Call as(Credential somebody) {
        return new Call(method, path, headers, body, somebody);
    }

    public Call header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name);
        more.add(value);
        return new Call(method, path, more, body, by);
    }

    /** A JSON body; apostrophes stand for quotation marks, as long as there are none of those. */
    public Call json(String format, Object... arguments) {
        String text = arguments.length == 0 ? format : format.formatted(arguments);
        String json = text.contains("\"") ? text : text.replace('\'', '"');
        return bytes("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public Call form(String encoded) {
        return bytes("application/x-www-form-urlencoded", encoded.getBytes(StandardCharsets.UTF_8));
    }

    public Call bytes(String type, byte[] content) {
        return new Call(method, path, headers, content, by).header("Content-Type", type);
    }

    public Answer send(HttpClient http, String url) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .method(method, BodyPublishers.ofByteArray(body));
        if (body.length > LARGE) {
            request.expectContinue(true);
        }
        List<String> all = new ArrayList<>(by.headers());
        all.addAll(headers);
        if (!all.isEmpty()) {
            request.headers(all.toArray(String[]::new));
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            return new Answer(this.toString(), answer.statusCode(), answer.headers(), text(answer));
        } catch (IOException e) {
            throw new UncheckedIOException(this.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A stream of events has no end, so nobody waits for it. */
    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            boolean endless = answer.headers()
                    .firstValue("Content-Type")
                    .filter(type -> type.startsWith("text/event-stream"))
                    .isPresent();
            return endless ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String toString() {
        return "%s %s as %s".formatted(method, path, by);
    }
}
