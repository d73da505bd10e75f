package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Optional;
import org.cmm.server.access.User.State;
import org.cmm.server.platform.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lets newcomers ask for an account. The answer is the same whether or not the name is known here. */
@ApplicationScoped
class Registration {

    /** More than any institution approves by hand; beyond it somebody floods us. */
    private static final int MOST_WAITING = 500;

    private final Jdbi jdbi;
    private final NewPasswords passwords;
    private final LoginBrake brake;
    private final InstantSource clock;
    private final AuditLog audit;
    private final Wording wording;
    private final CheckedInput input;
    private final Visitor visitor;

    @Inject
    Registration(
            Jdbi jdbi,
            NewPasswords passwords,
            LoginBrake brake,
            InstantSource clock,
            AuditLog audit,
            Wording wording,
            CheckedInput input,
            Visitor visitor) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.brake = brake;
        this.clock = clock;
        this.audit = audit;
        this.wording = wording;
        this.input = input;
        this.visitor = visitor;
    }

    boolean isOpen() {
        return jdbi.withHandle(Registration::isOpen);
    }

    void setOpen(Forms.RegistrationRule rule) {
        input.check(rule);
        jdbi.useTransaction(db -> {
            Forms.RegistrationRule before = new Forms.RegistrationRule(isOpen(db));
            db.createUpdate("UPDATE access_policy SET self_registration = :open")
                    .bind("open", rule.open())
                    .execute();
            audit.record(db, "registration.change", "self-registration", before, rule);
        });
    }

    /** Stores a user who waits for approval, unless the name or the address is taken. */
    void register(Forms.Newcomer form) {
        input.check(form);
        refuseWhenClosed();
        passwords.check("password", form.password(), form.name(), form.email());
        brake.charge(visitor.address()).ifPresent(wait -> {
            throw Problem.of(
                            429,
                            "too-many-attempts",
                            wording.now().notRegistered(),
                            wording.now().tooManyAttempts(Wording.minutes(wait)))
                    .exception(wait);
        });
        String hash = passwords.hash("password", form.password(), form.name(), form.email());
        jdbi.useTransaction(db -> store(db, form, hash));
    }

    private void refuseWhenClosed() {
        boolean full = jdbi.withHandle(Users::waiting) >= MOST_WAITING;
        if (!isOpen() || full || jdbi.withHandle(Users::none)) {
            throw Problem.of(
                            403,
                            "registration-closed",
                            wording.now().notRegistered(),
                            wording.now().registrationClosed())
                    .exception();
        }
    }

    private void store(Handle db, Forms.Newcomer form, String hash) {
        NewUser newcomer = new NewUser(
                form.name(),
                form.email(),
                Role.VIEWER,
                State.PENDING,
                Optional.of(visitor.language()),
                Optional.of(hash),
                clock.instant());
        Optional<User> stored =
                Users.taken(db, form.name(), form.email()) ? Optional.empty() : Users.insert(db, newcomer);
        String action = stored.isPresent() ? "user.register" : "user.register-taken";
        audit.record(db, action, "user " + User.tidy(form.name()), null, stored.orElse(null));
    }

    private static boolean isOpen(Handle db) {
        return db.createQuery("SELECT self_registration FROM access_policy")
                .mapTo(Boolean.class)
                .one();
    }
}
