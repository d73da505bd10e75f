package org.cmm.server.notify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An SMTP server that offers STARTTLS, answers every recipient with one line, and keeps what was said to it. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket socket;
    private final String toRecipients;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedSmtp(String toRecipients) throws IOException {
        this.toRecipients = toRecipients;
        this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Commands, each after {@code tls} or {@code open}. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                if (talk(client, "open")) {
                    try (SSLSocket encrypted = encrypted(client)) {
                        talk(encrypted, "tls");
                    }
                }
            } catch (IOException | GeneralSecurityException e) {
                // the client went away, which ends the dialogue
            }
        }
    }

    /** Whether the client asked for encryption. */
    private boolean talk(Socket client, String how) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        if (how.equals("open")) {
            say(out, "220 scripted");
        }
        boolean text = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(how + " " + line);
            text = line.equals("DATA") || (text && !line.equals("."));
            if (!text || line.equals("DATA")) {
                say(out, answer(line));
            }
            if (line.equals("STARTTLS")) {
                return true;
            }
        }
        return false;
    }

    private String answer(String line) {
        return switch (line.split(" ", 2)[0]) {
            case "EHLO" -> "250-scripted\r\n250 STARTTLS";
            case "RCPT" -> toRecipients;
            case "DATA" -> "354 go on";
            case "STARTTLS" -> "220 go on";
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }

    /** With GreenMail's certificate, for which nobody vouches. */
    private static SSLSocket encrypted(Socket client) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream store = ScriptedSmtp.class.getResourceAsStream("/greenmail.p12")) {
            keys.load(store, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLSocket encrypted = (SSLSocket) context.getSocketFactory().createSocket(client, null, client.getPort(), true);
        encrypted.setUseClientMode(false);
        return encrypted;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
