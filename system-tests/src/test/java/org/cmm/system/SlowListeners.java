package org.cmm.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Webhooks that take what comes at once, and while they are held say nothing until they are released. */
final class SlowListeners implements AutoCloseable {

    /** @param path of the webhook */
    record Heard(String path, String key) {}

    private final HttpServer server;
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean held;

    SlowListeners() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void hold() {
        held = true;
    }

    void release() {
        held = false;
    }

    /** How many wait for an answer. */
    int underWay() {
        return underWay.get();
    }

    /** In the order in which it came. */
    List<Heard> heard() {
        return List.copyOf(heard);
    }

    private void hear(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            heard.add(new Heard(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("webhook-id")));
            underWay.incrementAndGet();
            while (held) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
