package org.cmm.agent.link;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection to the server, which takes one request after the other. Each has so much time as a whole. */
final class Connection implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** What every system takes without waiting for the other side, in bytes. */
    private static final int SENT_AT_ONCE = 8 * 1024;

    private final Socket socket;
    private final Duration patience;
    private final InputStream in;
    private long deadlineNanos;

    private Connection(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.patience = patience;
        this.in = new BufferedInputStream(new UntilDeadline(socket.getInputStream()), 2048);
    }

    /**
     * Dials, and with https:// makes sure who is there.
     *
     * @param trust whom to trust, when not the machine's own list of authorities
     * @param patience for each exchange
     */
    static Connection open(URI server, Optional<SSLContext> trust, Duration patience) throws IOException {
        boolean encrypted = server.getScheme().equals("https");
        int port = server.getPort() >= 0 ? server.getPort() : encrypted ? 443 : 80;
        String host = server.getHost().replaceAll("^\\[|]$", "");
        var plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            dial(plain, new InetSocketAddress(host, port));
            return new Connection(encrypted ? encrypt(plain, host, port, trust, patience) : plain, patience);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static void dial(Socket socket, InetSocketAddress address) throws IOException {
        if (address.isUnresolved()) {
            throw new UnknownHostException(address.getHostString());
        }
        try {
            socket.connect(address, (int) CONNECT_TIMEOUT.toMillis());
        } catch (SocketTimeoutException e) {
            throw new NoConnectionException(CONNECT_TIMEOUT, e);
        }
    }

    private static Socket encrypt(Socket plain, String host, int port, Optional<SSLContext> trust, Duration patience)
            throws IOException {
        var factory = trust.map(SSLContext::getSocketFactory)
                .orElseGet(() -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        if (trust.isEmpty()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        socket.setSoTimeout((int) patience.toMillis());
        socket.startHandshake();
        return socket;
    }

    /**
     * Sends a request and reads its answer.
     *
     * @throws UnansweredException when the connection had ended before
     */
    Answer exchange(byte[] request) throws IOException {
        deadlineNanos = System.nanoTime() + patience.toNanos();
        Optional<Thread> watch = request.length > SENT_AT_ONCE ? Optional.of(watch()) : Optional.empty();
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            in.mark(1);
            if (in.read() < 0) {
                throw new UnansweredException();
            }
            in.reset();
        } catch (SocketTimeoutException | UnansweredException e) {
            throw e;
        } catch (IOException e) {
            throw isOver() ? timedOut() : new UnansweredException(e);
        } finally {
            watch.ifPresent(Thread::interrupt);
        }
        return new AnswerReader(in).read();
    }

    /** A write that the system cannot take at once waits without a time limit of its own; a closed socket ends it. */
    private Thread watch() {
        var thread = new Thread(
                () -> {
                    try {
                        TimeUnit.NANOSECONDS.sleep(deadlineNanos - System.nanoTime());
                        socket.close();
                    } catch (InterruptedException | IOException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "link-watch");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private boolean isOver() {
        return System.nanoTime() >= deadlineNanos;
    }

    private static SocketTimeoutException timedOut() {
        return new SocketTimeoutException("no answer");
    }

    /** Never fails: what is closed is not needed any more. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // the other side is gone already
        }
    }

    /** Lets no read wait beyond the end of the exchange. */
    private final class UntilDeadline extends FilterInputStream {
        UntilDeadline(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            limit();
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
            limit();
            return super.read(bytes, start, length);
        }

        private void limit() throws IOException {
            long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
            if (left <= 0) {
                throw timedOut();
            }
            socket.setSoTimeout((int) left);
        }
    }
}
