package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Opens, renews and ends sessions. */
@ApplicationScoped
class Sessions {

    /** A session that nobody uses for this long ends. */
    static final Duration IDLE = Duration.ofDays(14);

    /** A session ends after this long in any case. */
    static final Duration LONGEST = Duration.ofDays(90);

    private static final Duration KEPT_AFTER_END = Duration.ofDays(30);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Visitor visitor;
    private final AuditLog audit;

    @Inject
    Sessions(Jdbi jdbi, InstantSource clock, Visitor visitor, AuditLog audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.visitor = visitor;
        this.audit = audit;
    }

    /**
     * A session that may go on.
     *
     * @param refreshToken the token to show next time; empty when a twin request has just been given it
     */
    record Opened(User user, UUID session, Optional<String> refreshToken) {}

    Opened open(User user) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        Session session = new Session(id, now, now, now.plus(IDLE), visitor.address(), visitor.program());
        String token = Secrets.create();
        jdbi.useTransaction(db -> {
            SessionTable.deleteEndedBefore(db, user.id(), now.minus(KEPT_AFTER_END));
            SessionTable.insert(db, session, user.id());
            SessionTable.issue(db, id, Secrets.fingerprint(token), now);
            audit.record(db, user, "login.accept", null);
        });
        return new Opened(user, id, Optional.of(token));
    }

    /** Who the session belongs to, as long as neither is shut. */
    Optional<User> user(UUID session) {
        return jdbi.withHandle(db -> SessionTable.user(db, session, clock.instant()));
    }

    /** Goes on with the session that the token belongs to; a token shown by two ends it for both. */
    Optional<Opened> renew(String refreshToken) {
        String fingerprint = Secrets.fingerprint(refreshToken);
        return jdbi.inTransaction(db -> SessionTable.lock(db, fingerprint).flatMap(token -> renew(db, token)));
    }

    private Optional<Opened> renew(Handle db, RefreshToken token) {
        Instant now = clock.instant();
        Optional<User> owner = SessionTable.user(db, token.session(), now);
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        Optional<RefreshToken> next = token.successor().flatMap(successor -> SessionTable.lock(db, successor));
        return switch (token.shownAt(now, next)) {
            case NEWEST -> Optional.of(rotate(db, token, owner.get(), now));
            case TWIN -> Optional.of(new Opened(owner.get(), token.session(), Optional.empty()));
            case LOST_ANSWER -> {
                next.ifPresent(lost -> SessionTable.withdraw(db, lost.fingerprint(), now));
                yield Optional.of(rotate(db, token, owner.get(), now));
            }
            case STOLEN -> {
                SessionTable.revoke(db, token.session(), now);
                audit.record(db, owner.get(), "session.end-stolen", null);
                yield Optional.empty();
            }
        };
    }

    private Opened rotate(Handle db, RefreshToken token, User owner, Instant now) {
        String fresh = Secrets.create();
        SessionTable.issue(db, token.session(), Secrets.fingerprint(fresh), now);
        SessionTable.spend(db, token.fingerprint(), Secrets.fingerprint(fresh), now);
        SessionTable.seen(db, token.session(), now);
        return new Opened(owner, token.session(), Optional.of(fresh));
    }

    List<Session> of(int user) {
        return jdbi.withHandle(db -> SessionTable.alive(db, user, clock.instant()));
    }

    /** Ends one session of a user; false when the user has no such session. */
    boolean end(UUID session, User user) {
        return jdbi.inTransaction(db -> {
            boolean ended = SessionTable.revoke(db, session, user.id(), clock.instant()) > 0;
            if (ended) {
                audit.record(db, "session.end", "user " + user.name(), null, null);
            }
            return ended;
        });
    }

    /** Ends all sessions of a user but the one kept. */
    void endAllBut(Handle db, Optional<UUID> kept, User user) {
        int ended = SessionTable.revokeAllBut(db, kept, user.id(), clock.instant());
        if (ended > 0) {
            audit.record(db, "session.end-all", "user " + user.name(), null, null);
        }
    }
}
