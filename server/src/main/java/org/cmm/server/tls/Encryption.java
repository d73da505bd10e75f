package org.cmm.server.tls;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.X509KeyManager;
import org.cmm.server.platform.OwnerOnlyFiles;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** Whether and with what CMM encrypts, and what others need to trust it. */
@Singleton
public class Encryption {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(Encryption.class.getName());

    private final InstantSource clock;
    private final Optional<CertificateSource> source;
    private final Optional<OwnNames> ownNames;
    private final Optional<ChangingKey> key;
    private @Nullable Thread watch;
    private String lastFault = "";

    @Inject
    Encryption(Settings settings, InstantSource clock) {
        this.clock = clock;
        boolean on = !settings.tls().mode().equals("off");
        boolean own = settings.tls().cert().isEmpty();
        Path folder = settings.data().toAbsolutePath().resolve("tls");
        ownNames = on && own ? Optional.of(new OwnNames(settings, folder)) : Optional.empty();
        source = on ? Optional.of(own ? own(settings, folder) : given(settings.tls())) : Optional.empty();
        key = source.map(from -> new ChangingKey(from.first(clock.instant())));
    }

    private CertificateSource own(Settings settings, Path folder) {
        OwnerOnlyFiles.folder(settings.data());
        OwnerOnlyFiles.folder(folder);
        return new OwnCertificate(folder, () -> ownNames.orElseThrow().now());
    }

    private static CertificateSource given(Settings.Tls files) {
        return new GivenCertificate(files.cert().orElseThrow(), files.key().orElseThrow());
    }

    void start(@Observes StartupEvent event) {
        if (source.isPresent()) {
            watch = Thread.ofVirtual().name("certificate").start(this::lookForEver);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (watch != null) {
            watch.interrupt();
        }
    }

    private void lookForEver() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes up a new certificate when there is one; one that is no good is said once, and the present one stays. */
    synchronized void look() {
        try {
            Optional<KeyAndChain> newer = source.orElseThrow().newer(present(), clock.instant());
            newer.ifPresent(fresh -> {
                key.orElseThrow().replace(fresh);
                LOG.log(Level.INFO, "A new certificate is used from now on; it ends at {0}", fresh.end());
            });
            lastFault = "";
        } catch (CertificateFault | RuntimeException e) {
            String fault = String.valueOf(e.getMessage());
            if (!fault.equals(lastFault)) {
                LOG.log(Level.WARNING, "The certificate in use stays, it ends at {0}: {1}", new Object[] {
                    present().end(), fault
                });
                lastFault = fault;
            }
        }
    }

    private KeyAndChain present() {
        return key.orElseThrow().present();
    }

    public boolean isOn() {
        return key.isPresent();
    }

    Optional<X509KeyManager> key() {
        return key.map(X509KeyManager.class::cast);
    }

    /** The authority behind CMM's certificate, as far as CMM knows it; the system knows the others. */
    public Optional<X509Certificate> authority() {
        return key.map(ChangingKey::present)
                .filter(KeyAndChain::endsInAnAuthority)
                .map(KeyAndChain::last);
    }

    /** {@link #authority()} in PEM form. */
    public Optional<String> authorityText() {
        return authority().map(Pem::of);
    }

    /** SHA-256 of {@link #authority()} as 64 hexadecimal digits. */
    public Optional<String> authorityFingerprint() {
        return authority().map(KeyAndChain::fingerprint);
    }

    /** Whether a browser that was sent to this host finds it in the certificate. */
    public boolean covers(String host) {
        return key.isEmpty() || SubjectNames.of(present().certificate()).covers(host);
    }

    /** Names and addresses that the certificate carries. */
    public List<String> names() {
        return key.map(known -> SubjectNames.of(known.present().certificate()).all())
                .map(List::copyOf)
                .orElse(List.of());
    }

    /** Whether CMM makes its certificate itself, so that names can be added. */
    public boolean isOwn() {
        return ownNames.isPresent();
    }

    /** Renews the certificate with one more name or address, for good. */
    public void add(String name) {
        ownNames.orElseThrow().add(name);
        look();
    }
}
