package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.ProblemException;

/** Says why somebody was not let in. */
@ApplicationScoped
class LoginProblems {

    private final Wording wording;

    @Inject
    LoginProblems(Wording wording) {
        this.wording = wording;
    }

    /** The user who was let in; anybody else's request ends here. */
    User welcome(LoginOutcome outcome) {
        AccessMessages words = wording.now();
        return switch (outcome) {
            case LoginOutcome.Welcome(User user) -> user;
            case LoginOutcome.Wrong wrong -> throw refusal(401, "wrong-login", words.wrongLogin());
            case LoginOutcome.Waiting waiting -> throw refusal(403, "waiting-for-approval", words.waitingForApproval());
            case LoginOutcome.Disabled disabled -> throw refusal(403, "account-disabled", words.accountDisabled());
            case LoginOutcome.Locked locked ->
                throw Problem.of(
                                429,
                                "too-many-attempts",
                                words.notLoggedIn(),
                                words.tooManyAttempts(Wording.minutes(locked.retryAfter())))
                        .exception(locked.retryAfter());
        };
    }

    private ProblemException refusal(int status, String kind, String detail) {
        return Problem.of(status, kind, wording.now().notLoggedIn(), detail).exception();
    }
}
