package org.cmm.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Sends requests over kept-alive connections, each as fast as its answers come. One thread serves them all: it shares
 * the processors with what it measures, so it must cost next to nothing.
 */
final class Load {

    /** No answer takes that long; a server that hangs must not hang the bench. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    /**
     * What came of a run.
     *
     * @param latencyNanos of each acknowledged request, ascending; what it holds is on disk
     * @param refused how many requests were answered, but not acknowledged
     * @param firstRefusal the server's words to the first of these
     */
    @SuppressWarnings("ArrayRecordComponent") // a result to be printed, never compared
    record Outcome(long[] latencyNanos, int refused, Optional<String> firstRefusal, double seconds) {

        int acknowledged() {
            return latencyNanos.length;
        }

        double perSecond() {
            return acknowledged() / seconds;
        }

        double milliseconds(double quantile) {
            if (latencyNanos.length == 0) {
                return Double.NaN;
            }
            int index = (int) Math.min(latencyNanos.length - 1L, Math.round(quantile * latencyNanos.length));
            return latencyNanos[index] / 1e6;
        }
    }

    private Load() {}

    /**
     * Sends until nothing is left or the time is over. Each connection has its own share of the agents, so that an
     * agent's batches stay in order as a real agent's do.
     *
     * @param requests agents taking turns; {@code requests.get(i)} belongs to agent {@code i % agents}
     */
    static Outcome run(int port, List<byte[]> requests, int agents, int connections, Duration limit)
            throws IOException {
        List<Connection> all = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int number = 0; number < connections; number++) {
                all.add(Connection.open(port, selector, share(requests, agents, connections, number)));
            }
            long start = System.nanoTime();
            serve(selector, all, start + limit.toNanos());
            return outcome(all, (System.nanoTime() - start) / 1e9);
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
    }

    private static List<byte[]> share(List<byte[]> requests, int agents, int connections, int number) {
        return IntStream.range(0, requests.size())
                .filter(request -> request % agents % connections == number)
                .mapToObj(requests::get)
                .toList();
    }

    private static void serve(Selector selector, List<Connection> connections, long end) throws IOException {
        int busy = 0;
        for (Connection connection : connections) {
            busy += connection.sendNext() ? 1 : 0;
        }
        while (busy > 0) {
            if (selector.select(LONGEST_SILENCE.toMillis()) == 0) {
                throw new IOException("the server has not answered for " + LONGEST_SILENCE.toSeconds() + " s");
            }
            boolean over = System.nanoTime() - end >= 0;
            for (SelectionKey key : selector.selectedKeys()) {
                Connection connection = (Connection) key.attachment();
                if (connection.receive() && (over || !connection.sendNext())) {
                    busy--;
                }
            }
            selector.selectedKeys().clear();
        }
    }

    static Outcome outcome(List<Connection> connections, double seconds) {
        long[] latencies = connections.stream()
                .map(Connection::latencyNanos)
                .flatMapToLong(Arrays::stream)
                .sorted()
                .toArray();
        int refused = connections.stream().mapToInt(Connection::refused).sum();
        Optional<String> words = connections.stream()
                .flatMap(connection -> connection.firstRefusal().stream())
                .findFirst();
        return new Outcome(latencies, refused, words, seconds);
    }
}
