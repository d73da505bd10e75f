package org.cmm.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to another one of this machine for as long as it is open; closing cuts every connection. */
final class Doorway implements AutoCloseable {

    private static final int WAITING = 50;

    private final ServerSocket front;
    private final int behind;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private Doorway(ServerSocket front, int behind) {
        this.front = front;
        this.behind = behind;
    }

    static Doorway open(int port, int behind) throws IOException {
        Doorway doorway = new Doorway(new ServerSocket(port, WAITING, InetAddress.getByName("127.0.0.1")), behind);
        Thread.ofVirtual().start(doorway::admit);
        return doorway;
    }

    boolean isOpen() {
        return !front.isClosed();
    }

    private void admit() {
        try {
            while (true) {
                Socket guest = front.accept();
                Socket host = new Socket(InetAddress.getByName("127.0.0.1"), behind);
                sockets.add(guest);
                sockets.add(host);
                Thread.ofVirtual().start(() -> carry(guest, host));
                Thread.ofVirtual().start(() -> carry(host, guest));
            }
        } catch (IOException e) {
            // Closed from outside
        }
    }

    private static void carry(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either side has hung up
        }
    }

    @Override
    public void close() throws IOException {
        front.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
