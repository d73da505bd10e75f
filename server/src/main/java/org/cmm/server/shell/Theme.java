package org.cmm.server.shell;

import java.util.Arrays;
import java.util.Locale;

/** How bright the pages are. */
enum Theme {
    AUTO,
    LIGHT,
    DARK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme with this word; anything else means to do as the device does. */
    static Theme of(String word) {
        return Arrays.stream(values())
                .filter(theme -> theme.word().equals(word))
                .findFirst()
                .orElse(AUTO);
    }
}
