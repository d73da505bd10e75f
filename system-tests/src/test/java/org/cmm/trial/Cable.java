package org.cmm.trial;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a machine and its server; it can be pulled out and put in again. */
final class Cable implements Closeable {

    private final ServerSocket near;
    private final int far;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean plugged = true;

    /** A cable to this port of this machine. */
    Cable(int far) throws IOException {
        this.far = far;
        near = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return near.getLocalPort();
    }

    /** Breaks every connection and lets none through. */
    void pullOut() {
        plugged = false;
        open.forEach(Cable::drop);
    }

    void putIn() {
        plugged = true;
    }

    private void accept() {
        while (!near.isClosed()) {
            try {
                join(near.accept());
            } catch (IOException e) {
                // closed, or one connection less
            }
        }
    }

    private void join(Socket machine) throws IOException {
        if (!plugged) {
            drop(machine);
            return;
        }
        Socket server = new Socket();
        server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), far));
        open.add(machine);
        open.add(server);
        Thread.ofVirtual().start(() -> copy(machine, server));
        Thread.ofVirtual().start(() -> copy(server, machine));
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // pulled out
        } finally {
            drop(from);
            drop(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }

    @Override
    public void close() throws IOException {
        pullOut();
        near.close();
    }
}
