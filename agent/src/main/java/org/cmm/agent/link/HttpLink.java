package org.cmm.agent.link;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * The server over HTTP. One connection is kept open between deliveries, because a new one costs several kilobytes with
 * TLS. HTTP/2 is used where the server speaks it, because its packed headers are half of what a delivery costs.
 */
public final class HttpLink implements Link {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int LONGEST_BODY = 64 * 1024;

    static {
        // Read once by the client: how long an idle connection is kept, in seconds. Longer than any delivery interval
        // in use, else every delivery would pay for a handshake.
        System.setProperty("jdk.httpclient.keepalive.timeout", "900");
    }

    private final URI server;
    private final HttpClient client;

    /**
     * A link that nothing has been sent over yet.
     *
     * @param trust whom to trust, when not the machine's own list of authorities
     */
    public HttpLink(URI server, Optional<SSLContext> trust) {
        this.server = server;
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(Executors.newSingleThreadExecutor(HttpLink::daemon));
        trust.ifPresent(builder::sslContext);
        client = builder.build();
    }

    @Override
    public Exchange send(String method, String path, Content content, Optional<String> secret) {
        try {
            return answered(client.send(request(method, path, content, secret), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return new Exchange.Unreachable(words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Unreachable("the agent is stopping");
        }
    }

    private HttpRequest request(String method, String path, Content content, Optional<String> secret) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(REQUEST_TIMEOUT)
                .header("User-Agent", "cmm")
                .header("Content-Type", content.type())
                .method(method, HttpRequest.BodyPublishers.ofByteArray(content.bytes()));
        if (!content.encoding().equals(Content.PLAIN)) {
            request.header("Content-Encoding", content.encoding());
        }
        secret.ifPresent(known -> request.header("Authorization", "Bearer " + known));
        return request.build();
    }

    private static Exchange answered(HttpResponse<String> response) {
        String body = response.body();
        return new Exchange.Answered(
                response.statusCode(),
                body.substring(0, Math.min(body.length(), LONGEST_BODY)),
                response.headers().firstValue("Retry-After").flatMap(HttpLink::seconds));
    }

    /** The other form of the header, a date, would need a right clock: then the agent's own back-off decides. */
    private static Optional<Duration> seconds(String retryAfter) {
        return retryAfter.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                : Optional.empty();
    }

    private static String words(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + CONNECT_TIMEOUT.toSeconds() + " s";
        }
        if (e instanceof HttpTimeoutException) {
            return "no answer within " + REQUEST_TIMEOUT.toSeconds() + " s";
        }
        if (e instanceof UnknownHostException
                || e.getCause() instanceof UnresolvedAddressException
                || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException) {
            return "the server's name cannot be resolved";
        }
        if (e instanceof ConnectException) {
            return "connection refused";
        }
        return (e instanceof SSLException ? "TLS: " : "connection broken: ") + e.getMessage();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "link");
        thread.setDaemon(true);
        return thread;
    }
}
