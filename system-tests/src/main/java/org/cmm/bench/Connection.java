package org.cmm.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection with requests to send, one at a time. */
final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final List<byte[]> requests;
    private final Answer answer = new Answer();
    private final long[] latencies;
    private int next;
    private long sentAt;
    private int acknowledged;
    private int refused;
    private @Nullable String firstRefusal;

    private Connection(SocketChannel channel, List<byte[]> requests) {
        this.channel = channel;
        this.requests = requests;
        this.latencies = new long[requests.size()];
    }

    /** Connects, and reports answers to the selector with itself as the attachment. */
    static Connection open(int port, Selector selector, List<byte[]> requests) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        Connection connection = new Connection(channel, requests);
        channel.register(selector, SelectionKey.OP_READ, connection);
        return connection;
    }

    /** False when there is nothing left to send. */
    boolean sendNext() throws IOException {
        if (next == requests.size()) {
            return false;
        }
        ByteBuffer request = ByteBuffer.wrap(requests.get(next++));
        sentAt = System.nanoTime();
        while (request.hasRemaining()) {
            // an empty socket takes any request of ours at once
            channel.write(request);
        }
        return true;
    }

    /** Reads what has come; true when the answer is complete. */
    boolean receive() throws IOException {
        if (!answer.read(channel)) {
            return false;
        }
        if (answer.acknowledges()) {
            latencies[acknowledged++] = System.nanoTime() - sentAt;
        } else {
            refused++;
            firstRefusal = firstRefusal == null ? answer.text() : firstRefusal;
        }
        answer.clear();
        return true;
    }

    long[] latencyNanos() {
        return Arrays.copyOf(latencies, acknowledged);
    }

    int refused() {
        return refused;
    }

    Optional<String> firstRefusal() {
        return Optional.ofNullable(firstRefusal);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
