package org.cmm.server.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/**
 * A user who has proved who they are.
 *
 * @param role what this request may do; an API token may narrow the user's role
 */
record Caller(User user, Role role, Proof proof) implements Principal {

    /** How the user proved it. */
    sealed interface Proof {

        record BySession(UUID session) implements Proof {}

        record ByApiToken(int token) implements Proof {}
    }

    @Override
    public String getName() {
        return user.name();
    }

    Optional<UUID> session() {
        return proof instanceof Proof.BySession(UUID session) ? Optional.of(session) : Optional.empty();
    }

    SecurityIdentity identity() {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(this)
                .addRoles(role.words())
                .build();
    }
}
