package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.cmm.server.platform.ProblemException;

/** Lets people in by name or address and password. */
@ApplicationScoped
class Login {

    private final Users users;
    private final PasswordHashes hashes;
    private final LoginBrake brake;
    private final AuditLog audit;

    @Inject
    Login(Users users, PasswordHashes hashes, LoginBrake brake, AuditLog audit) {
        this.users = users;
        this.hashes = hashes;
        this.brake = brake;
        this.audit = audit;
    }

    LoginOutcome attempt(String login, String password, String address) {
        Optional<Duration> wait = brake.charge(login, address);
        if (wait.isPresent()) {
            return new LoginOutcome.Locked(wait.get());
        }
        Optional<UserWithHash> known = users.byLogin(login);
        if (!isRight(login, password, address, known.flatMap(UserWithHash::hash))) {
            String target = known.map(found -> "user " + found.user().name()).orElse("an unknown user");
            audit.record("login.refuse", target, null, null);
            return new LoginOutcome.Wrong();
        }
        brake.forgive(login, address);
        User user = known.orElseThrow().user();
        return switch (user.state()) {
            case ACTIVE -> new LoginOutcome.Welcome(user);
            case PENDING -> new LoginOutcome.Waiting();
            case DISABLED -> new LoginOutcome.Disabled();
        };
    }

    private boolean isRight(String login, String password, String address, Optional<String> hash) {
        try {
            return hashes.matches(password, hash);
        } catch (ProblemException tooBusy) {
            brake.takeBack(login, address);
            throw tooBusy;
        }
    }
}
