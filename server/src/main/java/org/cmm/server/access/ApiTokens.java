package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Jdbi;

/** Tokens for programs: opaque, with a role and an end, shown once. */
@ApplicationScoped
class ApiTokens {

    /** How every API token begins, so that people and scanners recognise one that lies about. */
    static final String PREFIX = "cmm_";

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final AuditLog audit;
    private final Wording wording;
    private final CheckedInput input;

    @Inject
    ApiTokens(Jdbi jdbi, InstantSource clock, AuditLog audit, Wording wording, CheckedInput input) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.wording = wording;
        this.input = input;
    }

    /** A new token; this is the only time that its secret is there to be read. */
    record Created(ApiToken apiToken, String secret) {

        @Override
        public String toString() {
            return apiToken.toString();
        }
    }

    Created create(Caller caller, Forms.NewApiToken form) {
        input.check(form);
        if (caller.session().isEmpty()) {
            throw Problem.of(
                            403,
                            "token-makes-no-token",
                            "An API token cannot make another",
                            wording.now().tokenMakesNoToken())
                    .exception();
        }
        if (!caller.role().includes(form.role())) {
            throw wording.fieldFault("role", wording.now().roleAboveOwn()).exception();
        }
        Instant now = clock.instant();
        String secret = PREFIX + Secrets.create();
        ApiToken draft = new ApiToken(
                0,
                caller.getName(),
                User.tidy(form.label()),
                form.role(),
                now,
                now.plus(Duration.ofDays(form.days())),
                Optional.empty());
        return jdbi.inTransaction(db -> {
            int id = ApiTokenTable.insert(db, caller.user().id(), Secrets.fingerprint(secret), draft);
            ApiToken stored = new ApiToken(
                    id,
                    draft.user(),
                    draft.label(),
                    draft.role(),
                    draft.createdAt(),
                    draft.expiresAt(),
                    draft.lastUsedAt());
            audit.record(db, "api-token.create", "API token " + draft.label(), null, stored);
            return new Created(stored, secret);
        });
    }

    Optional<Caller> caller(String secret) {
        Instant now = clock.instant();
        return jdbi.withHandle(db -> {
            Optional<Caller> caller = ApiTokenTable.caller(db, Secrets.fingerprint(secret), now);
            caller.ifPresent(found -> {
                if (found.proof() instanceof Caller.Proof.ByApiToken(int token)) {
                    ApiTokenTable.used(db, token, now);
                }
            });
            return caller;
        });
    }

    List<ApiToken> of(User user) {
        return jdbi.withHandle(db -> ApiTokenTable.alive(db, user.id(), clock.instant()));
    }

    List<ApiToken> all() {
        return jdbi.withHandle(db -> ApiTokenTable.alive(db, clock.instant()));
    }

    /** Ends a token: one's own, or anybody's when an administrator asks. */
    void revoke(Caller caller, int id) {
        List<ApiToken> reachable = caller.role() == Role.ADMIN ? all() : of(caller.user());
        ApiToken token = reachable.stream()
                .filter(candidate -> candidate.id() == id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound(wording.now().noSuchToken()).exception());
        jdbi.useTransaction(db -> {
            ApiTokenTable.revoke(db, id, clock.instant());
            audit.record(db, "api-token.revoke", "API token " + token.label(), token, null);
        });
    }
}
