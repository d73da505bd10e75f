package org.cmm.agent.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** The authority that a server has to prove itself by, and no other. */
public sealed interface TrustedAuthority {
    /** Which of those that a server presents, or that are known beforehand, are to be trusted. */
    Set<X509Certificate> among(List<X509Certificate> presented);

    /** One authority, known by the SHA-256 of its certificate (64 hexadecimal digits); the server presents it. */
    record ByFingerprint(String sha256) implements TrustedAuthority {
        @Override
        public Set<X509Certificate> among(List<X509Certificate> presented) {
            return presented.stream()
                    .filter(certificate -> fingerprint(certificate).equals(sha256))
                    .collect(Collectors.toSet());
        }
    }

    /** Those of a file. */
    record ByCertificate(Set<X509Certificate> certificates) implements TrustedAuthority {
        public ByCertificate {
            certificates = Set.copyOf(certificates);
        }

        @Override
        public Set<X509Certificate> among(List<X509Certificate> presented) {
            return certificates;
        }
    }

    /**
     * Reads the certificates of a PEM file.
     *
     * @throws IOException when the file cannot be read or holds no certificate; the message names it
     */
    static TrustedAuthority in(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            Set<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                            .map(X509Certificate.class::cast)
                            .collect(Collectors.toSet());
            if (certificates.isEmpty()) {
                throw new IOException("authority '%s': holds no certificate in PEM form".formatted(file));
            }
            return new ByCertificate(certificates);
        } catch (GeneralSecurityException e) {
            throw new IOException("authority '%s': %s".formatted(file, e.getMessage()), e);
        }
    }

    /** For connections on which only this authority counts. */
    default SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new ServerProof(this)}, null);
            return context;
        } catch (NoSuchAlgorithmException | KeyManagementException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    /** SHA-256 of a certificate as 64 hexadecimal digits. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java has SHA-256, and what was read can be written", e);
        }
    }
}
