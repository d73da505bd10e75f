package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.cmm.server.access.User.State;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Creates the first user of all, for whoever holds the setup link. */
@ApplicationScoped
class FirstAdministrator {

    private final Jdbi jdbi;
    private final Users users;
    private final NewPasswords passwords;
    private final InstantSource clock;
    private final AuditLog audit;
    private final Wording wording;
    private final CheckedInput input;

    @Inject
    FirstAdministrator(
            Jdbi jdbi,
            Users users,
            NewPasswords passwords,
            InstantSource clock,
            AuditLog audit,
            Wording wording,
            CheckedInput input) {
        this.jdbi = jdbi;
        this.users = users;
        this.passwords = passwords;
        this.clock = clock;
        this.audit = audit;
        this.wording = wording;
        this.input = input;
    }

    boolean isMissing() {
        return users.none();
    }

    User create(Forms.FirstAdministratorForm form) {
        input.check(form);
        jdbi.useTransaction(db -> refuseUnlessInvited(db, form.token()));
        String hash = passwords.hash("password", form.password(), form.name(), form.email());
        return jdbi.inTransaction(db -> {
            refuseUnlessInvited(db, form.token());
            User user = Users.insert(
                            db,
                            new NewUser(
                                    form.name(),
                                    form.email(),
                                    Role.ADMIN,
                                    State.ACTIVE,
                                    Optional.empty(),
                                    Optional.of(hash),
                                    clock.instant()))
                    .orElseThrow();
            db.execute("UPDATE access_policy SET setup_fingerprint = NULL");
            audit.record(db, user, "user.create-first", user);
            return user;
        });
    }

    /** Holds the policy's row, so that of two visitors with the link one comes second. */
    private void refuseUnlessInvited(Handle db, String token) {
        Optional<String> expected = db.createQuery("SELECT setup_fingerprint FROM access_policy FOR UPDATE")
                .map((row, context) -> Optional.ofNullable(row.getString(1)))
                .one();
        if (!Users.none(db)) {
            throw Problem.conflict("setup-done", wording.now().setupDone()).exception();
        }
        if (!expected.equals(Optional.of(Secrets.fingerprint(token)))) {
            throw wording.worthlessToken(
                    "wrong-setup-link",
                    wording.now().setupRefused(),
                    wording.now().setupLinkWrong());
        }
    }
}
