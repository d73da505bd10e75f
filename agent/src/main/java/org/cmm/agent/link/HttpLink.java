package org.cmm.agent.link;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The server over HTTP/1.1 (RFC 9112). One connection is kept open between deliveries, because a new one costs several
 * kilobytes with TLS. A request goes out in one piece, head and body. The JDK's client, with its threads and buffers,
 * makes the agent 7 MiB larger. Not thread-safe.
 */
public final class HttpLink implements Link {
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

    private final URI server;
    private final Optional<SSLContext> trust;
    private final Duration patience;
    private Optional<Connection> kept = Optional.empty();
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
        this.trust = trust;
        this.patience = patience;
    }

    @Override
    public Exchange send(String method, String path, Content content, Optional<String> secret) {
        byte[] request = RequestText.of(server, method, path, content, secret);
        try {
            Exchange exchange = answered(answer(request));
            answeredBefore = true;
            return exchange;
        } catch (IOException e) {
            return new Exchange.Unreachable(words(e));
        }
    }

    /** A kept connection that somebody cut meanwhile is dialled anew; every request may be sent twice. */
    private Answer answer(byte[] request) throws IOException {
        if (kept.isPresent()) {
            try {
                return answer(kept.get(), request);
            } catch (UnansweredException e) {
                // dialled anew below
            }
        }
        return answer(Connection.open(server, trust, patience), request);
    }

    private Answer answer(Connection connection, byte[] request) throws IOException {
        kept = Optional.empty();
        boolean done = false;
        try {
            Answer answer = connection.exchange(request);
            done = answer.keepsOpen();
            kept = done ? Optional.of(connection) : Optional.empty();
            return answer;
        } finally {
            if (!done) {
                connection.close();
            }
        }
    }

    private static Exchange answered(Answer answer) {
        Optional<String> elsewhere = answer.header("location");
        if (answer.status() / 100 == 3 && elsewhere.isPresent()) {
            return new Exchange.Unreachable(
                    "the server sends on to %s: give that with --server".formatted(elsewhere.get()));
        }
        return new Exchange.Answered(
                answer.status(), answer.body(), answer.header("retry-after").flatMap(HttpLink::seconds));
    }

    /** The other form of the header, a date, would need a right clock: then the agent's own back-off decides. */
    private static Optional<Duration> seconds(String retryAfter) {
        return retryAfter.matches("\\d{1,6}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)))
                : Optional.empty();
    }

    private String words(IOException fault) {
        boolean wrongDoor = !answeredBefore && server.getScheme().equals("http") && LinkFault.isNoHttp(fault);
        return wrongDoor
                ? "whoever listens there closed the connection without an answer: perhaps this port wants https://"
                : LinkFault.words(fault, patience);
    }
}
