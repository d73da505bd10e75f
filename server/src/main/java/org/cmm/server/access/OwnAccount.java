package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.platform.Problem;
import org.jdbi.v3.core.Jdbi;

/** What users do with their own account. */
@ApplicationScoped
class OwnAccount {

    private final Jdbi jdbi;
    private final Users users;
    private final PasswordHashes hashes;
    private final NewPasswords passwords;
    private final LoginBrake brake;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Wording wording;
    private final CheckedInput input;

    @Inject
    OwnAccount(
            Jdbi jdbi,
            Users users,
            PasswordHashes hashes,
            NewPasswords passwords,
            LoginBrake brake,
            Sessions sessions,
            AuditLog audit,
            Wording wording,
            CheckedInput input) {
        this.jdbi = jdbi;
        this.users = users;
        this.hashes = hashes;
        this.passwords = passwords;
        this.brake = brake;
        this.sessions = sessions;
        this.audit = audit;
        this.wording = wording;
        this.input = input;
    }

    User change(User before, Forms.ProfileChange form) {
        input.check(form);
        return jdbi.inTransaction(db -> {
            User after = before;
            if (form.email() != null && !form.email().equals(before.email())) {
                after = Users.setEmail(db, before.id(), form.email()).orElseThrow(() -> wording.fieldFault(
                                "email", wording.now().emailTaken())
                        .exception());
            }
            if (form.language() != null) {
                after = Users.setLanguage(db, before.id(), form.language());
            }
            if (!after.equals(before)) {
                audit.record(db, "user.change-profile", "user " + before.name(), before, after);
            }
            return after;
        });
    }

    /**
     * Sets a new password and ends every other session. Guessing the old one is slowed down like guessing at the door.
     */
    void changePassword(Caller caller, Forms.PasswordChange form, String address) {
        input.check(form);
        User user = caller.user();
        refuseWhenWrong(user, form.currentPassword(), address);
        String hash = passwords.hash("newPassword", form.newPassword(), user.name(), user.email());
        Optional<UUID> kept = caller.session();
        jdbi.useTransaction(db -> {
            Users.setHash(db, user.id(), hash);
            sessions.endAllBut(db, kept, user);
            audit.record(db, "user.change-password", "user " + user.name(), null, null);
        });
    }

    private void refuseWhenWrong(User user, String password, String address) {
        Optional<Duration> wait = brake.charge(user.name(), address);
        if (wait.isPresent()) {
            throw Problem.of(
                            429,
                            "too-many-attempts",
                            wording.now().notLoggedIn(),
                            wording.now().tooManyAttempts(Wording.minutes(wait.get())))
                    .exception(wait.get());
        }
        if (!hashes.matches(password, users.withHash(user.id()).flatMap(UserWithHash::hash))) {
            throw wording.fieldFault("currentPassword", wording.now().currentPasswordWrong())
                    .exception();
        }
        brake.forgive(user.name(), address);
    }
}
