package org.cmm.agent.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Trusts the authorities of one file and nobody else, for servers on a network of their own. */
public final class TrustedAuthority {
    private TrustedAuthority() {}

    /**
     * Reads the certificates of a PEM file.
     *
     * @throws IOException when the file cannot be read or holds no certificate; the message names it
     */
    public static SSLContext of(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (certificates.isEmpty()) {
                throw new IOException("authority '%s': holds no certificate in PEM form".formatted(file));
            }
            return context(certificates);
        } catch (GeneralSecurityException e) {
            throw new IOException("authority '%s': %s".formatted(file, e.getMessage()), e);
        }
    }

    private static SSLContext context(Iterable<? extends Certificate> certificates)
            throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : certificates) {
            store.setCertificateEntry("authority-" + number++, certificate);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
