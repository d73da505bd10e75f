package org.cmm.server.alert;

import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.server.platform.Spelling;

/** Choices as they are spelt in the database and for programs. */
final class Words {

    private Words() {}

    static String word(Enum<?> choice) {
        return Spelling.of(choice);
    }

    static Optional<Severity> severity(String word) {
        return Spelling.read(Severity.class, word);
    }

    /** A severity that was stored, and so was checked. */
    static Severity storedSeverity(String word) {
        return Spelling.stored(Severity.class, word);
    }
}
