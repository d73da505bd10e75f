package org.cmm.server.access;

import java.time.Instant;
import java.util.Optional;
import org.cmm.server.access.User.State;

/** A user about to be stored. */
record NewUser(
        String name,
        String email,
        Role role,
        State state,
        Optional<Language> language,
        Optional<String> hash,
        Instant at) {

    @Override
    public String toString() {
        return name + " (" + role.word() + ", " + state.word() + ")";
    }
}
