package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Sends batch after batch; one that was not acknowledged is sent again until it is, as an agent does. */
final class Sender extends Thread {

    /** In each batch. */
    private static final int ROWS = 20;

    private final String url;
    private final String code;
    private final String secret;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    Sender(String url, String code, String secret) {
        super("sender-" + code);
        this.url = url;
        this.code = code;
        this.secret = secret;
    }

    String code() {
        return code;
    }

    /** Samples of which the server said that they are on disk. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Samples that may have reached it. */
    long sent() {
        return sent.get();
    }

    /** Lets the last request come to its end; {@link #join} waits for that. */
    void end() {
        ended.set(true);
    }

    @Override
    public void run() {
        long at = Instant.now()
                .truncatedTo(ChronoUnit.HOURS)
                .minus(3, ChronoUnit.DAYS)
                .toEpochMilli();
        try (HttpClient http = HandMadeAgent.client()) {
            HandMadeAgent agent = new HandMadeAgent(http, url, secret);
            int layout = agent.announce();
            while (!ended.get()) {
                sent.addAndGet(ROWS);
                deliver(agent, HandMadeAgent.batch(layout, 1, at, ROWS));
                at += ROWS * 10_000L;
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void deliver(HandMadeAgent agent, byte[] batch) throws InterruptedException {
        while (!ended.get()) {
            try {
                int status = agent.deliver(batch).statusCode();
                if (status == 200 || status == 204) {
                    acknowledged.addAndGet(ROWS);
                    return;
                }
                assertThat(status).isEqualTo(503);
            } catch (IOException e) {
                // the server is away: exactly what is being tried
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
