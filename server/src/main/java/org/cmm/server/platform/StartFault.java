package org.cmm.server.platform;

import io.quarkus.runtime.QuarkusBindException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * A start that cannot succeed until a person changes something; the message names the thing, the fault and the remedy.
 */
public final class StartFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartFault(String message) {
        super(message);
    }

    public StartFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a person can do about it; empty for a fault of CMM's own. */
    static Optional<String> remedy(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Optional<String> words = ofOne(cause);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofOne(Throwable cause) {
        return switch (cause) {
            case StartFault known -> Optional.ofNullable(known.getMessage());
            case QuarkusBindException taken ->
                Optional.of(
                        ("port %d of %s is taken or not ours: stop the program that uses it, or set CMM_PORT (plain)"
                                        + " or CMM_HTTPS_PORT (encrypted) to another")
                                .formatted(taken.getPort(), taken.getHost()));
            case FlywayException migration ->
                Optional.of(("the database could not be brought to this version, and nothing in it was changed: %s\n"
                                + "Start the version you had before, and report this.")
                        .formatted(firstLines(String.valueOf(migration.getMessage()))));
            default -> Optional.empty();
        };
    }

    private static String firstLines(String text) {
        return String.join(" ", text.lines().limit(8).map(String::strip).toList());
    }
}
