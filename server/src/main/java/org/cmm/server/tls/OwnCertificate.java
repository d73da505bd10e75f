package org.cmm.server.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.cmm.server.platform.OwnClock;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Secrets;
import org.cmm.server.platform.StartFault;
import org.cmm.server.platform.ThisMachine;

/**
 * The certificate that CMM makes for itself, and the authority behind it. Each file is written whole or not at all, and
 * in an order in which a power cut at any moment leaves nothing that the next start could not complete.
 */
final class OwnCertificate implements CertificateSource {

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final int FEW_DIGITS = 6;

    private final Path folder;
    private final Supplier<SubjectNames> names;

    OwnCertificate(Path folder, Supplier<SubjectNames> names) {
        this.folder = folder;
        this.names = names;
    }

    @Override
    public KeyAndChain first(Instant now) {
        try {
            Authority authority = authority(now);
            return stored(authority).filter(pair -> !isDue(pair, now)).orElseGet(() -> issued(authority, now));
        } catch (GeneralSecurityException | IOException | UncheckedIOException e) {
            throw new StartFault("%s cannot be used for CMM's certificate: %s".formatted(folder, e.getMessage()), e);
        }
    }

    @Override
    public Optional<KeyAndChain> newer(KeyAndChain present, Instant now) throws CertificateFault {
        if (!isDue(present, now)) {
            return Optional.empty();
        }
        try {
            return Optional.of(issued(authority(now), now));
        } catch (GeneralSecurityException | IOException | UncheckedIOException | StartFault e) {
            throw new CertificateFault("CMM's certificate cannot be renewed: " + e.getMessage(), e);
        }
    }

    private boolean isDue(KeyAndChain present, Instant now) {
        // A clock that is certainly wrong says nothing against what was made while it was right
        boolean notYet = !now.isBefore(OwnClock.FIRST_DAY)
                && now.isBefore(present.certificate().getNotBefore().toInstant());
        boolean soonOver = now.isAfter(present.end().minus(RENEWED_BEFORE));
        return notYet || soonOver || !SubjectNames.of(present.certificate()).covers(names.get());
    }

    private Authority authority(Instant now) throws GeneralSecurityException, IOException {
        Path certificate = folder.resolve("authority.crt");
        if (Files.notExists(certificate)) {
            KeyPair key = Authority.newKey();
            OwnerOnlyFiles.write(folder.resolve("authority.key"), Pem.of(key.getPrivate()));
            Authority created = Authority.create(key, name(key), now);
            OwnerOnlyFiles.write(certificate, Pem.of(created.certificate()));
            return created;
        }
        return read("authority")
                .map(pair -> new Authority(pair.key(), pair.certificate()))
                .orElseThrow(() -> new StartFault(
                        ("%s does not fit %s: restore both from a backup. Without one, delete the folder; each agent"
                                        + " then needs the new --authority, and each browser the new certificate")
                                .formatted(folder.resolve("authority.key"), certificate)));
    }

    /** Tells authorities apart in the list of a browser that knows several. */
    private static String name(KeyPair key) {
        String digits = Secrets.fingerprint(key.getPublic().getEncoded()).substring(0, FEW_DIGITS);
        String machine = ThisMachine.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
        return "CMM on %s (%s)".formatted(machine, digits);
    }

    private Optional<KeyAndChain> stored(Authority authority) {
        return read("server").filter(pair -> isVouchedFor(pair.certificate(), authority));
    }

    private static boolean isVouchedFor(X509Certificate certificate, Authority authority) {
        try {
            certificate.verify(authority.certificate().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private KeyAndChain issued(Authority authority, Instant now) {
        try {
            KeyPair key = Authority.newKey();
            X509Certificate certificate = authority.vouchFor(key.getPublic(), names.get(), now);
            OwnerOnlyFiles.write(folder.resolve("server.key"), Pem.of(key.getPrivate()));
            OwnerOnlyFiles.write(
                    folder.resolve("server.crt"), Pem.of(certificate) + "\n" + Pem.of(authority.certificate()));
            return new KeyAndChain(key.getPrivate(), List.of(certificate, authority.certificate()));
        } catch (GeneralSecurityException e) {
            throw new StartFault("this Java runtime cannot make certificates: " + e.getMessage(), e);
        }
    }

    /** Empty when a file is missing or damaged, or when they do not belong together. */
    private Optional<KeyAndChain> read(String name) {
        try {
            List<X509Certificate> chain = Pem.certificates(Files.readString(folder.resolve(name + ".crt")));
            PrivateKey key = Pem.key(
                    Files.readString(folder.resolve(name + ".key")),
                    chain.getFirst().getPublicKey());
            return Optional.of(new KeyAndChain(key, chain)).filter(KeyAndChain::fits);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
