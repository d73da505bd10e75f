package org.cmm.server.platform;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/**
 * Asks the server on this machine whether it is ready: exit code 0 when it is, 1 when not. For the health check of an
 * image that holds neither shell nor curl; a bare socket keeps it to the classes that every JVM has loaded anyway.
 */
public final class HealthProbe {

    private static final int PATIENCE_MILLIS = 4_000;
    private static final byte[] REQUEST = "GET /health/ready HTTP/1.0\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] READY = " 200".getBytes(US_ASCII);
    private static final int STATUS_AT = "HTTP/1.0".length();

    private HealthProbe() {}

    public static void main(String... arguments) {
        String port = System.getenv("CMM_PORT");
        System.exit(isReady(port == null ? 8080 : Integer.parseInt(port)) ? 0 : 1);
    }

    private static boolean isReady(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(REQUEST);
            byte[] answer = socket.getInputStream().readNBytes(STATUS_AT + READY.length);
            return Arrays.equals(answer, STATUS_AT, answer.length, READY, 0, READY.length);
        } catch (IOException e) {
            return false;
        }
    }
}
