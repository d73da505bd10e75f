package org.cmm.agent.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Whose word about the server counts. */
public sealed interface Trust {
    /** The authority with this SHA-256, 64 hexadecimal digits in small letters. */
    record Fingerprint(String sha256) implements Trust {}

    /** The authorities whose certificates (PEM) are in this file. */
    record Certificates(Path file) implements Trust {}

    /** Reads {@code sha256:…}, however it is grouped, or the path of a file; empty when digits are missing. */
    static Optional<Trust> read(String text) {
        if (!text.toLowerCase(Locale.ROOT).startsWith("sha256:")) {
            return Optional.of(new Certificates(Path.of(text)));
        }
        String digits =
                text.substring("sha256:".length()).replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
        return digits.matches("[0-9a-f]{64}") ? Optional.of(new Fingerprint(digits)) : Optional.empty();
    }
}
