package org.cmm.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a user may do; each role may do everything that those before it may. */
public enum Role {
    @JsonProperty("viewer")
    VIEWER,
    @JsonProperty("technician")
    TECHNICIAN,
    @JsonProperty("admin")
    ADMIN;

    /** The role as endpoints, tokens and the database write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with this word. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Words of this role and of those that it includes, for {@code @RolesAllowed}. */
    public Set<String> words() {
        return Arrays.stream(values()).filter(this::includes).map(Role::word).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a user of this role may do what the other may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The lesser of two roles. */
    Role atMost(Role ceiling) {
        return includes(ceiling) ? ceiling : this;
    }
}
