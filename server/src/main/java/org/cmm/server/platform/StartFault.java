package org.cmm.server.platform;

import io.quarkus.runtime.QuarkusBindException;
import java.net.BindException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;

/**
 * A start that cannot succeed until a person changes something; the message names the thing, the fault and the remedy.
 */
public final class StartFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    StartFault(String message) {
        super(message);
    }

    StartFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** What a person can do about it; empty for a fault of CMM's own. */
    static Optional<String> remedy(Throwable fault, Settings settings) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Optional<String> words = ofOne(cause, settings);
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofOne(Throwable cause, Settings settings) {
        return switch (cause) {
            case StartFault known -> Optional.ofNullable(known.getMessage());
            case QuarkusBindException _, BindException _ ->
                Optional.of("port %d of %s is taken or not ours: stop the program that uses it, or set CMM_PORT"
                        .formatted(settings.port(), settings.host()));
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
