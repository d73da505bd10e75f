package org.cmm.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.DecodedBatch;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.MalformedBatch;

/** A server as an agent sees it, which can be told to misbehave. Keeps what arrives, and counts what comes twice. */
final class ReceivingServer implements AutoCloseable {
    /** What to do with the next batches. */
    enum Mood {
        TAKE,
        TAKE_AND_HANG_UP,
        HANG_UP,
        BUSY,
        FORGET_LAYOUTS,
        HANG,
        REVOKE,
        REFUSE_ODD_ROWS
    }

    /** One row; the same row is the same epoch and time. */
    record Received(long epoch, long atMillis) {}

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Integer, int[]> layouts = new ConcurrentHashMap<>();
    private final Map<Received, double[]> rows = new HashMap<>();
    private final List<Received> order = new ArrayList<>();
    private final Map<String, String> latest = new ConcurrentHashMap<>();
    private volatile Mood mood = Mood.TAKE;
    private volatile String secret = "a-secret-of-this-machine";
    private volatile Optional<String> unknownFact = Optional.empty();
    private final AtomicInteger duplicates = new AtomicInteger();
    private final AtomicInteger conflicts = new AtomicInteger();
    private final AtomicInteger hanging = new AtomicInteger();

    ReceivingServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void mood(Mood next) {
        mood = next;
    }

    /** From now on it is of a version that does not know this field of the facts. */
    void knowsNot(String field) {
        unknownFact = Optional.of(field);
    }

    /** From now on only who enrols again is accepted. */
    void revoke() {
        secret = "another-secret-of-this-machine";
    }

    synchronized List<Received> inOrder() {
        return List.copyOf(order);
    }

    int duplicates() {
        return duplicates.get();
    }

    /** How often a row came again with other values. */
    int conflicts() {
        return conflicts.get();
    }

    /** How many requests were never answered. */
    int hanging() {
        return hanging.get();
    }

    /** The body of the latest request to a path. */
    String latest(String path) {
        return latest.getOrDefault(path, "");
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            byte[] body = body(exchange);
            String path = exchange.getRequestURI().getPath();
            switch (path) {
                case Endpoints.ENROLMENT ->
                    answer(exchange, 201, "{\"serverId\":\"s-1\",\"secret\":\"" + secret + "\"}");
                case Endpoints.LAYOUTS -> answer(exchange, 200, announce(new String(body, StandardCharsets.UTF_8)));
                case Endpoints.SAMPLES -> samples(exchange, body);
                case Endpoints.FACTS -> answer(exchange, knows(body) ? 204 : 400, "");
                default -> answer(exchange, 204, "");
            }
            latest.put(path, new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean knows(byte[] facts) {
        return unknownFact
                .filter(new String(facts, StandardCharsets.UTF_8)::contains)
                .isEmpty();
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        InputStream in = exchange.getRequestBody();
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        return (gzip ? new GZIPInputStream(in) : in).readAllBytes();
    }

    /** Counts the series by the word that each begins with; the decimals are read in their order. */
    private String announce(String json) {
        int[] decimals = Arrays.stream(json.split("\"decimals\":"))
                .skip(1)
                .mapToInt(rest -> Character.digit(rest.charAt(0), 10))
                .toArray();
        int number = Math.floorMod(json.hashCode(), 1_000_000);
        layouts.put(number, decimals);
        return "{\"layout\":" + number + "}";
    }

    private void samples(HttpExchange exchange, byte[] body) throws IOException {
        if (!("Bearer " + secret).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "");
            return;
        }
        switch (mood) {
            case TAKE -> answer(exchange, take(body) ? 204 : 404, "{\"type\":\"/problems/unknown-layout\"}");
            case TAKE_AND_HANG_UP -> take(body);
            case HANG_UP -> {}
            case BUSY -> answer(exchange, 503, "");
            case FORGET_LAYOUTS -> forget(exchange);
            case HANG -> hang();
            case REVOKE -> answer(exchange, 401, "");
            case REFUSE_ODD_ROWS -> refuseOdd(exchange, body);
        }
    }

    private void forget(HttpExchange exchange) throws IOException {
        layouts.clear();
        mood = Mood.TAKE;
        answer(exchange, 404, "{\"type\":\"/problems/unknown-layout\"}");
    }

    /**
     * Refuses whole batches that hold a row at an odd place of the grid, as a server would that cannot name the row.
     */
    private void refuseOdd(HttpExchange exchange, byte[] body) throws IOException {
        boolean odd = Arrays.stream(decode(body).at()).anyMatch(at -> at / 20 % 2 != 0);
        answer(
                exchange,
                odd ? 422 : take(body) ? 204 : 404,
                "{\"detail\":\"odd\",\"type\":\"/problems/unknown-layout\"}");
    }

    private void hang() {
        hanging.incrementAndGet();
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean take(byte[] body) {
        DecodedBatch batch;
        try {
            batch = decode(body);
        } catch (IllegalStateException e) {
            return false;
        }
        for (int row = 0; row < batch.rows(); row++) {
            int from = row * batch.columns();
            keep(
                    new Received(batch.epoch(), batch.at()[row]),
                    Arrays.copyOfRange(batch.values(), from, from + batch.columns()));
        }
        return true;
    }

    private void keep(Received row, double[] values) {
        double[] before = rows.put(row, values);
        if (before == null) {
            order.add(row);
            return;
        }
        duplicates.incrementAndGet();
        conflicts.addAndGet(Arrays.equals(before, values) ? 0 : 1);
    }

    private DecodedBatch decode(byte[] body) {
        try {
            return BatchCodec.decode(body, 0, body.length, layouts::get);
        } catch (MalformedBatch e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean empty = status == 204 || bytes.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
