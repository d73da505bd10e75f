package org.cmm.server.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.server.platform.StartFault;

/** The certificate of {@code CMM_TLS_CERT}, read again when a program such as certbot has renewed it. One thread. */
final class GivenCertificate implements CertificateSource {

    private final Path certificateFile;
    private final Path keyFile;
    private Texts used = new Texts("", "");
    private Texts seen = used;

    GivenCertificate(Path certificateFile, Path keyFile) {
        this.certificateFile = certificateFile;
        this.keyFile = keyFile;
    }

    private record Texts(String certificates, String key) {}

    @Override
    public KeyAndChain first(Instant now) {
        try {
            seen = texts();
            used = seen;
            return judged(seen, now);
        } catch (CertificateFault fault) {
            throw new StartFault(fault.words(), fault);
        }
    }

    /** Judges only what was the same at the last look: two files are not replaced at one moment. */
    @Override
    public Optional<KeyAndChain> newer(KeyAndChain present, Instant now) throws CertificateFault {
        Texts before = seen;
        seen = texts();
        if (seen.equals(used) || !seen.equals(before)) {
            return Optional.empty();
        }
        KeyAndChain fresh = judged(seen, now);
        used = seen;
        return Optional.of(fresh);
    }

    private KeyAndChain judged(Texts texts, Instant now) throws CertificateFault {
        List<X509Certificate> chain = chain(texts.certificates());
        X509Certificate own = chain.getFirst();
        if (own.getNotAfter().toInstant().isBefore(now)) {
            throw new CertificateFault("CMM_TLS_CERT: the certificate in %s has expired at %s: renew it"
                    .formatted(certificateFile, own.getNotAfter().toInstant()));
        }
        KeyAndChain pair = new KeyAndChain(key(texts.key(), own), chain);
        if (!pair.fits()) {
            throw new CertificateFault(
                    "CMM_TLS_KEY: the key in %s is not that of the certificate in %s: give the two that belong together"
                            .formatted(keyFile, certificateFile));
        }
        return pair;
    }

    private List<X509Certificate> chain(String text) throws CertificateFault {
        try {
            List<X509Certificate> chain = Pem.certificates(text);
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (GeneralSecurityException e) {
            // said below, in words that help
        }
        throw new CertificateFault(
                "CMM_TLS_CERT: %s holds no certificate in PEM form, which begins with -----BEGIN CERTIFICATE-----"
                        .formatted(certificateFile));
    }

    private PrivateKey key(String text, X509Certificate certificate) throws CertificateFault {
        try {
            return Pem.key(text, certificate.getPublicKey());
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new CertificateFault(
                    "CMM_TLS_KEY: the key in %s does not go with the certificate in %s: %s"
                            .formatted(keyFile, certificateFile, e.getMessage()),
                    e);
        }
    }

    private Texts texts() throws CertificateFault {
        return new Texts(text("CMM_TLS_CERT", certificateFile), text("CMM_TLS_KEY", keyFile));
    }

    private static String text(String setting, Path file) throws CertificateFault {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            String fault = Files.exists(file) ? "cannot be read by this account" : "does not exist";
            throw new CertificateFault("%s: %s %s".formatted(setting, file, fault), e);
        }
    }
}
