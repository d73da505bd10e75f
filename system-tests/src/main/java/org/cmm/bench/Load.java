package org.cmm.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends requests over kept-alive connections, each as fast as its answers come. */
final class Load {

    /**
     * What came of a run.
     *
     * @param acknowledged requests whose every row is on disk
     * @param latencyNanos of each request, ascending
     */
    @SuppressWarnings("ArrayRecordComponent") // a result to be printed, never compared
    record Outcome(int requests, int acknowledged, double seconds, long[] latencyNanos) {

        double perSecond() {
            return acknowledged / seconds;
        }

        double milliseconds(double quantile) {
            int index = (int) Math.min(latencyNanos.length - 1L, Math.round(quantile * latencyNanos.length));
            return latencyNanos[index] / 1e6;
        }
    }

    private Load() {}

    /**
     * Each connection sends its own share of agents, so that an agent's batches stay in order as a real agent's do.
     *
     * @param requests agents taking turns; {@code requests.get(i)} belongs to agent {@code i % agents}
     */
    static Outcome run(int port, List<byte[]> requests, int agents, int connections) throws Exception {
        List<Callable<long[]>> shares = new ArrayList<>();
        for (int connection = 0; connection < connections; connection++) {
            int own = connection;
            shares.add(() -> send(port, requests, agents, connections, own));
        }
        long start = System.nanoTime();
        List<long[]> latencies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (Future<long[]> share : threads.invokeAll(shares)) {
                latencies.add(share.get());
            }
        } catch (ExecutionException e) {
            throw new IOException("a connection failed", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        int acknowledged = (int) Arrays.stream(all).filter(nanos -> nanos >= 0).count();
        return new Outcome(
                all.length, acknowledged, seconds, Arrays.copyOfRange(all, all.length - acknowledged, all.length));
    }

    /** Nanoseconds of each request; -1 when it was not acknowledged. */
    private static long[] send(int port, List<byte[]> requests, int agents, int connections, int own)
            throws IOException {
        long[] latencies = new long[requests.size()];
        int sent = 0;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setTcpNoDelay(true);
            byte[] answer = new byte[4096];
            for (int number = 0; number < requests.size(); number++) {
                if (number % agents % connections != own) {
                    continue;
                }
                long start = System.nanoTime();
                socket.getOutputStream().write(requests.get(number));
                boolean acknowledged = acknowledged(socket.getInputStream(), answer);
                latencies[sent++] = acknowledged ? System.nanoTime() - start : -1;
            }
        }
        return Arrays.copyOf(latencies, sent);
    }

    /** An answer of 204 ends with its head; one of 200 with the brace of its JSON. */
    private static boolean complete(byte[] answer, int size) {
        return size >= 16
                && (answer[size - 1] == '}'
                        || (answer[11] == '4' && answer[size - 1] == '\n' && answer[size - 3] == '\n'));
    }

    /** Reads one answer; anything but 2xx ends the run with the server's own words. */
    private static boolean acknowledged(InputStream in, byte[] answer) throws IOException {
        int size = 0;
        while (!complete(answer, size)) {
            int more = in.read(answer, size, answer.length - size);
            if (more < 0) {
                throw new EOFException("the server closed the connection");
            }
            size += more;
            if (size > 12 && answer[9] != '2') {
                throw new IOException(new String(answer, 0, size, StandardCharsets.UTF_8));
            }
        }
        return true;
    }
}
