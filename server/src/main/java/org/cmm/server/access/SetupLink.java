package org.cmm.server.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cmm.server.platform.Secrets;
import org.cmm.server.platform.Settings;
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
    private final AtomicReference<Optional<String>> token = new AtomicReference<>(Optional.empty());

    @Inject
    SetupLink(Jdbi jdbi, Users users, Settings settings) {
        this.jdbi = jdbi;
        this.users = users;
        this.settings = settings;
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

    void tell(@ObservesAsync HttpServerStart started) {
        int port = started.options().getPort();
        System.out.println(announcement(ReadyAddress.of(settings, port), token.getAndSet(Optional.empty())));
    }

    /** What the person who started the server reads first; the launcher looks for the beginnings of these lines. */
    static String announcement(ReadyAddress address, Optional<String> setupToken) {
        StringBuilder text = new StringBuilder("\nCMM is ready: " + address.here() + "\n");
        address.network().ifPresent(url -> text.append("From other machines: " + url + "\n"));
        setupToken.ifPresent(secret ->
                text.append("Set up the first administrator: " + address.here() + "/setup#token=" + secret + "\n"));
        return text.toString();
    }
}
