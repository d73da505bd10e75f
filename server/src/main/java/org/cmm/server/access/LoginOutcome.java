package org.cmm.server.access;

import java.time.Duration;

/** How an attempt to log in ended. */
sealed interface LoginOutcome {

    record Welcome(User user) implements LoginOutcome {}

    /** Name or password is wrong; which of them is not told. */
    record Wrong() implements LoginOutcome {}

    /** The password is right, but an administrator has not approved the user yet. */
    record Waiting() implements LoginOutcome {}

    /** The password is right, but an administrator has shut the account. */
    record Disabled() implements LoginOutcome {}

    /** Nothing was tried: there were too many failures. */
    record Locked(Duration retryAfter) implements LoginOutcome {}
}
