package org.cmm.system.tls;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.cmm.process.RunningServer;
import org.cmm.process.TrustedCertificates;

/** A TLS connection to a server that is called by another name than the one it listens at. */
record TlsDoor(SSLSocket socket) implements AutoCloseable {

    static TlsDoor open(RunningServer server, String name) throws IOException {
        int port = URI.create(server.httpsUrl()).getPort();
        Socket bare = new Socket(InetAddress.getLoopbackAddress(), port);
        return new TlsDoor((SSLSocket)
                TrustedCertificates.of(server.authority()).getSocketFactory().createSocket(bare, name, port, true));
    }

    /** Sends a request that closes the connection, and answers all that comes back. */
    String ask(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Those in the server's certificate. */
    List<String> names() throws IOException, CertificateParsingException {
        X509Certificate certificate = (X509Certificate) socket.getSession().getPeerCertificates()[0];
        return certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
