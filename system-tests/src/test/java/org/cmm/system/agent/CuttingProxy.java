package org.cmm.system.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between agent and server as proxies and mobile links do: cuts connections that last, or forgets them. */
public final class CuttingProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    /** Passes on to this port of this machine until closed. */
    public CuttingProxy(int target) throws IOException {
        this.target = target;
        entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** How many connections were opened through it. */
    public int opened() {
        return connections.size();
    }

    /** Ends all present connections. */
    public void cut() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    /** Lets all present connections stand, but passes nothing on any more; new ones are served. */
    public void fallSilent() {
        connections.forEach(connection -> connection.silent = true);
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Connection connection =
                        new Connection(entrance.accept(), new Socket(InetAddress.getLoopbackAddress(), target));
                connections.add(connection);
                Thread.ofVirtual().start(() -> connection.pass(connection.agent, connection.server));
                Thread.ofVirtual().start(() -> connection.pass(connection.server, connection.agent));
            }
        } catch (IOException e) {
            // closed: the end
        }
    }

    private static final class Connection {
        private final Socket agent;
        private final Socket server;
        private volatile boolean silent;

        Connection(Socket agent, Socket server) {
            this.agent = agent;
            this.server = server;
        }

        void pass(Socket from, Socket to) {
            byte[] piece = new byte[16 * 1024];
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                    if (!silent) {
                        out.write(piece, 0, length);
                    }
                }
            } catch (IOException e) {
                // one side has ended the connection, and so the other one does
            }
        }

        void close() throws IOException {
            agent.close();
            server.close();
        }
    }
}
