package org.cmm.server.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A real HTTP server at the other end, which answers as it was told: one answer after the other, the last for ever. */
final class Counterpart implements AutoCloseable {

    /** @param delayMillis before the answer; the request is taken at once */
    record Reply(int status, String body, Map<String, String> headers, long delayMillis) {

        static Reply of(int status, String body) {
            return new Reply(status, body, Map.of(), 0);
        }

        Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value), delayMillis);
        }

        Reply after(long millis) {
            return new Reply(status, body, headers, millis);
        }
    }

    record Taken(String method, String path, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
        }
    }

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile Reply last = Reply.of(200, "ok");

    Counterpart() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    void willAnswer(Reply... coming) {
        replies.addAll(List.of(coming));
    }

    List<Taken> taken() {
        return List.copyOf(taken);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new java.util.HashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            taken.add(new Taken(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
            Reply next = replies.poll();
            Reply reply = next == null ? last : next;
            last = reply;
            Thread.sleep(reply.delayMillis());
            byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
