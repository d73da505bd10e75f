package org.cmm.server.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server that answers every recipient with one line. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final String toRecipients;

    ScriptedSmtp(String toRecipients) throws IOException {
        this.toRecipients = toRecipients;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 scripted\r\n");
            out.flush();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.print((line.startsWith("RCPT") ? toRecipients : line.startsWith("QUIT") ? "221 bye" : "250 ok")
                        + "\r\n");
                out.flush();
            }
        } catch (IOException e) {
            // the client went away, which ends the dialogue
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
