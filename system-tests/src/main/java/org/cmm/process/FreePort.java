package org.cmm.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a program that opens it only seconds later. It is none of those that systems give to whoever asks for any,
 * because an outgoing connection could take one of these in between.
 */
public final class FreePort {

    private static final int FIRST = 12_000;

    /** Windows and Linux give away ports above. */
    private static final int LAST = 32_000;

    private FreePort() {}

    /** One that nobody listens at now. */
    public static int find() {
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException _) {
                // Somebody listens there
            }
        }
        throw new IllegalStateException("there is no free port from %d to %d".formatted(FIRST, LAST));
    }
}
