package org.cmm.server.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.cmm.server.access.User.State;
import org.cmm.server.platform.OwnAddresses;
import org.cmm.server.platform.Secrets;
import org.cmm.server.platform.Settings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One-time links that an administrator hands to a user, who then sets a password that the administrator never sees. */
@ApplicationScoped
class PasswordLinks {

    static final Duration LIFE = Duration.ofDays(2);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final NewPasswords passwords;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Wording wording;
    private final CheckedInput input;
    private final Visitor visitor;
    private final Optional<String> ownUrl;

    @Inject
    PasswordLinks(
            Jdbi jdbi,
            InstantSource clock,
            NewPasswords passwords,
            Sessions sessions,
            AuditLog audit,
            Wording wording,
            CheckedInput input,
            Visitor visitor,
            Settings settings) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.wording = wording;
        this.input = input;
        this.visitor = visitor;
        this.ownUrl = settings.url().map(OwnAddresses::withoutSlash);
    }

    /** The link for one user; it is shown once. */
    record Link(String url, Instant expiresAt) {

        @Override
        public String toString() {
            return "link until " + expiresAt;
        }
    }

    /** Makes a link; one made before is worth nothing from now on. */
    Link create(Handle db, User user) {
        String token = Secrets.create();
        Instant end = clock.instant().plus(LIFE);
        db.createUpdate("""
                        INSERT INTO password_link (user_id, fingerprint, expires_at)
                        VALUES (:user, :fingerprint, :end)
                        ON CONFLICT (user_id) DO UPDATE
                           SET fingerprint = excluded.fingerprint, expires_at = excluded.expires_at
                        """)
                .bind("user", user.id())
                .bind("fingerprint", Secrets.fingerprint(token))
                .bind("end", end)
                .execute();
        audit.record(db, "user.password-link", "user " + user.name(), null, null);
        return new Link(address() + "/password-link#token=" + token, end);
    }

    /** Sets the password of the user whom the link was made for, and ends their sessions. */
    User use(Forms.LinkedPassword form) {
        input.check(form);
        String fingerprint = Secrets.fingerprint(form.token());
        User owner = jdbi.withHandle(db -> owner(db, fingerprint));
        String hash = passwords.hash("password", form.password(), owner.name(), owner.email());
        jdbi.useTransaction(db -> {
            delete(db, fingerprint);
            Users.setHash(db, owner.id(), hash);
            sessions.endAllBut(db, Optional.empty(), owner);
            audit.record(db, owner, "user.set-password", null);
        });
        return owner;
    }

    private User owner(Handle db, String fingerprint) {
        return db.createQuery("""
                        SELECT u.* FROM password_link l JOIN cmm_user u ON u.id = l.user_id
                         WHERE l.fingerprint = :fingerprint AND l.expires_at > :now
                        """)
                .bind("fingerprint", fingerprint)
                .bind("now", clock.instant())
                .map(Users::user)
                .findOne()
                .filter(user -> user.state() == State.ACTIVE)
                .orElseThrow(this::worthless);
    }

    /** Of two who use the link at once, the second finds nothing to delete. */
    private void delete(Handle db, String fingerprint) {
        int deleted = db.createUpdate("DELETE FROM password_link WHERE fingerprint = :fingerprint")
                .bind("fingerprint", fingerprint)
                .execute();
        if (deleted == 0) {
            throw worthless();
        }
    }

    private RuntimeException worthless() {
        return wording.worthlessToken(
                "worthless-link", wording.now().linkRefused(), wording.now().linkWorthless());
    }

    private String address() {
        return ownUrl.or(() -> visitor.exchange().map(exchange -> asAsked(exchange.request())))
                .orElse("");
    }

    private static String asAsked(HttpServerRequest request) {
        return request.scheme() + "://" + request.authority();
    }
}
