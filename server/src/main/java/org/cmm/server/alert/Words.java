package org.cmm.server.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cmm.core.alert.Severity;

/** How choices are spelt in the database and for programs: {@code closed-by-person}. */
final class Words {

    private Words() {}

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Severity> severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> word(severity).equals(word))
                .findFirst();
    }

    /** A severity that was stored, and so was checked. */
    static Severity storedSeverity(String word) {
        return severity(word).orElseThrow();
    }
}
