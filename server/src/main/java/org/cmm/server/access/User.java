package org.cmm.server.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A person with an account.
 *
 * @param name what others see, and what the person may log in with
 * @param language the language that the person chose; empty follows the browser
 */
public record User(
        int id,
        String name,
        String email,
        Role role,
        State state,
        @Schema(nullable = true) Optional<Language> language,
        Instant createdAt) {

    /** Where an account stands. */
    public enum State {
        /** Registered, and waiting for an administrator. */
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("active")
        ACTIVE,
        /** Kept for the history's sake; cannot log in. */
        @JsonProperty("disabled")
        DISABLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** One spelling for what looks the same: composed characters, single spaces. */
    static String tidy(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }
}
