package org.cmm.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Passes connections on to a port of this machine and counts what they cost on a wire: the bytes, and what TCP and IP
 * add to them.
 *
 * <p>Each piece read is taken for as many packets as it needs. Its receipt rides on what goes the other way within
 * {@link #RECEIPT_WAITS}, and is a packet of its own when nothing does, as the kernel does it (tcp(7), delayed
 * acknowledgement; RFC 1122, 4.2.3.2). A connection costs seven packets to open and close.
 */
final class CountingProxy implements Closeable {

    /** Of IPv4 and of TCP with time stamps, 20 and 32; a link adds its own, which differ. */
    private static final int HEADER_BYTES = 52;

    private static final int PACKETS_OF_A_CONNECTION = 7;

    /** What one packet carries at most over Ethernet, after the headers. */
    private static final int PACKET_BYTES = 1448;

    private static final Duration RECEIPT_WAITS = Duration.ofMillis(40);

    private final ServerSocket entrance;
    private final int target;
    private final AtomicLong wireBytes = new AtomicLong();
    private final AtomicLong latestNanos = new AtomicLong(System.nanoTime());
    private final AtomicLong connections = new AtomicLong();

    /** Passes on to this port of this machine until closed. */
    CountingProxy(int target) throws IOException {
        this.target = target;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "https://localhost:" + entrance.getLocalPort();
    }

    long wireBytes() {
        return wireBytes.get();
    }

    long connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }

    private void accept() {
        try {
            while (true) {
                Socket agent = entrance.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                connections.incrementAndGet();
                wireBytes.addAndGet(PACKETS_OF_A_CONNECTION * HEADER_BYTES);
                Thread.ofVirtual().start(() -> pass(agent, server));
                Thread.ofVirtual().start(() -> pass(server, agent));
            }
        } catch (IOException e) {
            // closed: the end
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] piece = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                wireBytes.addAndGet(length + packets(length) * HEADER_BYTES);
                out.write(piece, 0, length);
            }
        } catch (IOException e) {
            // one side has ended the connection, and so the other one does
        }
    }

    private long packets(int length) {
        long now = System.nanoTime();
        boolean receiptWentAlone = now - latestNanos.getAndSet(now) > RECEIPT_WAITS.toNanos();
        return (long) Math.ceilDiv(length, PACKET_BYTES) + (receiptWentAlone ? 1 : 0);
    }
}
