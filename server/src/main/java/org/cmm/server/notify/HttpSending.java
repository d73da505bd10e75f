package org.cmm.server.notify;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one HTTP request, within bounds: 8 s to connect, so many in all, 2 KiB of the answer. A redirect is an answer
 * like another and is not followed, because it could lead where no administrator meant to send anything.
 */
@Singleton
class HttpSending {

    static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    private static final Duration TO_CONNECT = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 2_048;

    private @Nullable HttpClient client;

    /** What came back; a status of zero when nothing did. */
    record Answer(int status, String body, String fault, Optional<String> retryAfter) {

        static Answer none(String fault) {
            return new Answer(0, "", fault, Optional.empty());
        }
    }

    Answer send(HttpCall call, Duration patience, Wire wire) {
        wire.sent(call.method() + " " + call.uri());
        call.headers().forEach((name, value) -> wire.sent(name + ": " + value));
        if (!call.body().isEmpty()) {
            wire.sent("");
            wire.sent(call.body());
        }
        Answer answer = Destination.refusal(String.valueOf(call.uri().getHost()))
                .map(Answer::none)
                .orElseGet(() -> exchange(call, patience));
        report(answer, wire);
        return answer;
    }

    private static void report(Answer answer, Wire wire) {
        if (answer.status() == 0) {
            wire.note(answer.fault());
            return;
        }
        wire.received("HTTP " + answer.status());
        answer.retryAfter().ifPresent(wait -> wire.received("Retry-After: " + wait));
        if (!answer.body().isBlank()) {
            wire.received(answer.body().strip());
        }
    }

    private Answer exchange(HttpCall call, Duration patience) {
        CompletableFuture<HttpResponse<String>> coming =
                client().sendAsync(request(call, patience), _ -> new FirstBytes(MOST_BYTES));
        try {
            HttpResponse<String> response = coming.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    "",
                    response.headers().firstValue("Retry-After"));
        } catch (TimeoutException e) {
            coming.cancel(true);
            return Answer.none("no whole answer within %d s".formatted(patience.toSeconds()));
        } catch (ExecutionException e) {
            return Answer.none(fault(e.getCause(), call.uri()));
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            return Answer.none("CMM is stopping");
        }
    }

    private static HttpRequest request(HttpCall call, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(call.uri())
                .timeout(patience)
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach(request::setHeader);
        return request.build();
    }

    private static String fault(@Nullable Throwable cause, URI uri) {
        Throwable reason = cause == null ? new IOException("no reason given") : cause;
        if (reason instanceof HttpConnectTimeoutException) {
            return "%s does not answer".formatted(uri.getHost());
        }
        if (reason instanceof ConnectException && reason.getCause() instanceof UnresolvedAddressException) {
            return "%s: no such name".formatted(uri.getHost());
        }
        if (reason instanceof ConnectException) {
            return "%s refuses the connection".formatted(uri.getAuthority());
        }
        String message = reason.getMessage();
        return message == null ? reason.getClass().getSimpleName() : message;
    }

    private synchronized HttpClient client() {
        HttpClient known = client;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TO_CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
            client = known;
        }
        return known;
    }

    @PreDestroy
    synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
