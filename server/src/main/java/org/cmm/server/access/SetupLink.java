package org.cmm.server.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.cmm.server.platform.Listening;
import org.cmm.server.platform.OwnAddresses;
import org.cmm.server.platform.Secrets;
import org.cmm.server.platform.Settings;
import org.cmm.server.tls.Encryption;
import org.jdbi.v3.core.Jdbi;

/**
 * Whoever can read the server's output may create its first administrator, and nobody else. Each start without a user
 * makes a new link and forgets the old one.
 */
@ApplicationScoped
class SetupLink {

    private final Jdbi jdbi;
    private final Users users;
    private final Settings settings;
    private final Encryption encryption;
    private final AtomicInteger closed;
    private final AtomicReference<Optional<String>> token = new AtomicReference<>(Optional.empty());

    @Inject
    SetupLink(Jdbi jdbi, Users users, Settings settings, Encryption encryption) {
        this.encryption = encryption;
        this.jdbi = jdbi;
        this.users = users;
        this.settings = settings;
        this.closed = new AtomicInteger(Listening.of(settings).encrypted().isPresent() ? 2 : 1);
    }

    void prepare(@Observes StartupEvent start) {
        if (users.none()) {
            renew();
        }
    }

    /** Makes a new token; the one before is worth nothing from now on. */
    String renew() {
        String fresh = Secrets.create();
        jdbi.useHandle(db -> db.createUpdate("UPDATE access_policy SET setup_fingerprint = :fingerprint")
                .bind("fingerprint", Secrets.fingerprint(fresh))
                .execute());
        token.set(Optional.of(fresh));
        return fresh;
    }

    /** The plain port and the encrypted one open by themselves; people are told once both have. */
    void plainOpened(@ObservesAsync HttpServerStart started) {
        tellWhenAllIsOpen();
    }

    void encryptedOpened(@ObservesAsync HttpsServerStart started) {
        tellWhenAllIsOpen();
    }

    private void tellWhenAllIsOpen() {
        if (closed.decrementAndGet() == 0) {
            System.out.println(announcement(OwnAddresses.of(settings), token.getAndSet(Optional.empty()))
                    + encryption
                            .authorityFingerprint()
                            .map(SetupLink::ofAuthority)
                            .orElse(""));
        }
    }

    /** Printed because it can be compared with what a browser or an agent is shown elsewhere. */
    private static String ofAuthority(String fingerprint) {
        return "Its certificate's authority: sha256:" + fingerprint + "\n";
    }

    /** What the person who started the server reads first; the launcher looks for the beginnings of these lines. */
    static String announcement(OwnAddresses addresses, Optional<String> setupToken) {
        StringBuilder text = new StringBuilder("\nCMM is ready: " + addresses.here() + "\n");
        addresses.network().ifPresentOrElse(url -> text.append("From other machines: " + url + "\n"), () -> addresses
                .encryptedHere()
                .filter(url -> !url.equals(addresses.here()))
                .ifPresent(url -> text.append("Encrypted: " + url + "\n")));
        setupToken.ifPresent(secret -> {
            String path = "/setup#token=" + secret + "\n";
            text.append("Set up the first administrator: " + addresses.here() + path);
            addresses.network().ifPresent(url -> text.append("  or from another machine: " + url + path));
        });
        return text.toString();
    }
}
