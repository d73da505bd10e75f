package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;
import org.jspecify.annotations.Nullable;

/**
 * A machine that has days of the past to deliver besides what it measures now. What was not acknowledged is sent again
 * until it is, as agents do, and some of what was is sent again all the same.
 */
final class BacklogMachine extends Thread {

    /** Rows that are sent one after the other; those that may come again may come so long after. */
    record Piece(List<SampleRow> rows, boolean mayComeAgain) {}

    private static final int LIVE_STEP_MILLIS = 1_000;

    private final String url;
    private final String code;
    private final String secret;
    private final Random random;
    private final SentSamples acknowledged = new SentSamples();
    private final List<Piece> again = new ArrayList<>();
    private final Queue<Piece> backlog = new ArrayDeque<>();
    private boolean busy;
    private boolean live;
    private boolean ended;
    private long lastLive;

    BacklogMachine(String url, String code, String secret, long seed) {
        super("machine-" + code);
        this.url = url;
        this.code = code;
        this.secret = secret;
        this.random = new Random(seed);
    }

    String code() {
        return code;
    }

    SentSamples acknowledged() {
        return acknowledged;
    }

    synchronized void send(List<Piece> pieces) {
        backlog.addAll(pieces);
    }

    /** From now on it tells what it measures now as well. */
    synchronized void live() {
        live = true;
    }

    /** What it was told to send is acknowledged. */
    synchronized boolean idle() {
        return backlog.isEmpty() && !busy;
    }

    /** It measures no more; what it has measured is sent. */
    synchronized void quiet() {
        live = false;
    }

    synchronized void end() {
        ended = true;
    }

    private synchronized boolean ended() {
        return ended;
    }

    @Override
    public void run() {
        try (HttpClient http = HandMadeAgent.client()) {
            HandMadeAgent agent = new HandMadeAgent(http, url, secret);
            int layout = agent.announce();
            while (!ended()) {
                Piece next = next();
                if (next == null) {
                    TimeUnit.MILLISECONDS.sleep(20);
                } else {
                    deliver(agent, layout, next);
                    acknowledged.add(next.rows());
                    done(next);
                }
            }
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized @Nullable Piece next() {
        long now = System.currentTimeMillis();
        if (live && now >= lastLive + LIVE_STEP_MILLIS && random.nextInt(3) == 0) {
            lastLive = now;
            busy = true;
            return new Piece(List.of(new SampleRow(now, values(random))), false);
        }
        if (!again.isEmpty() && random.nextInt(40) == 0 && !backlog.isEmpty()) {
            busy = true;
            return again.get(random.nextInt(again.size()));
        }
        Piece next = backlog.poll();
        busy = next != null;
        return next;
    }

    private synchronized void done(Piece piece) {
        if (piece.mayComeAgain()) {
            again.add(piece);
        }
        busy = false;
    }

    /** Processor and memory utilization; one of them cannot always be read. */
    static double[] values(Random random) {
        return new double[] {
            random.nextInt(10_001) / 1e4, random.nextInt(12) == 0 ? Double.NaN : random.nextInt(10_001) / 1e4
        };
    }

    private void deliver(HandMadeAgent agent, int layout, Piece piece) throws InterruptedException {
        while (!ended()) {
            try {
                int status = agent.deliver(HandMadeAgent.packed(
                                new SampleBatch(layout, 1, System.currentTimeMillis(), piece.rows())))
                        .statusCode();
                if (status == 200 || status == 204) {
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
