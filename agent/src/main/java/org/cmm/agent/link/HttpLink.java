package org.cmm.agent.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * The server over HTTP. One connection is kept open between deliveries, because a new one costs several kilobytes with
 * TLS. HTTP/2 is used where the server speaks it, because its packed headers are half of what a delivery costs.
 */
public final class HttpLink implements Link {
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int LONGEST_BODY = 64 * 1024;

    static {
        // Read once by the client: how long an idle connection is kept, in seconds. Longer than any delivery interval
        // in use, else every delivery would pay for a handshake.
        System.setProperty("jdk.httpclient.keepalive.timeout", "900");
        // A kept connection that a proxy cut meanwhile is dialled anew; every request may be sent twice.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
    }

    private final URI server;
    private final Optional<SSLContext> trust;
    private final Duration patience;
    private final Executor executor = Executors.newSingleThreadExecutor(HttpLink::daemon);
    private HttpClient client;
    private boolean answeredBefore;

    /**
     * A link that nothing has been sent over yet.
     *
     * @param trust whom to trust, when not the machine's own list of authorities
     */
    public HttpLink(URI server, Optional<SSLContext> trust) {
        this(server, trust, REQUEST_TIMEOUT);
    }

    HttpLink(URI server, Optional<SSLContext> trust, Duration patience) {
        this.server = server;
        this.patience = patience;
        this.trust = trust;
        client = newClient();
    }

    private HttpClient newClient() {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(executor);
        trust.ifPresent(builder::sslContext);
        return builder.build();
    }

    @Override
    public Exchange send(String method, String path, Content content, Optional<String> secret) {
        try {
            Exchange exchange =
                    answered(client.send(request(method, path, content, secret), HttpResponse.BodyHandlers.ofString()));
            answeredBefore = true;
            return exchange;
        } catch (IOException e) {
            forgetSilentConnection(e);
            return new Exchange.Unreachable(words(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Exchange.Unreachable("the agent is stopping");
        }
    }

    private String words(IOException fault) {
        boolean wrongDoor = !answeredBefore && server.getScheme().equals("http") && LinkFault.isNoHttp(fault);
        return wrongDoor
                ? "whoever listens there closed the connection without an answer: perhaps this port wants https://"
                : LinkFault.words(fault, patience);
    }

    /**
     * A proxy that drops a connection without a word leaves one that looks alive for a quarter of an hour; the client
     * would send request after request into it. It ends with its client.
     */
    private void forgetSilentConnection(IOException fault) {
        if (fault instanceof HttpTimeoutException && !(fault instanceof HttpConnectTimeoutException)) {
            client = newClient();
        }
    }

    private HttpRequest request(String method, String path, Content content, Optional<String> secret) {
        var request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(patience)
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
        Optional<String> elsewhere = response.headers().firstValue("Location");
        if (response.statusCode() / 100 == 3 && elsewhere.isPresent()) {
            return new Exchange.Unreachable(
                    "the server sends on to %s: give that with --server".formatted(elsewhere.get()));
        }
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

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "link");
        thread.setDaemon(true);
        return thread;
    }
}
