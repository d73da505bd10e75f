package org.cmm.server.platform;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How choices are spelt in the database and for programs: {@code closed-by-person}. */
public final class Spelling {

    private Spelling() {}

    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static <E extends Enum<E>> Optional<E> read(Class<E> choices, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> of(choice).equals(word))
                .findFirst();
    }

    /** A word that CMM wrote itself. */
    public static <E extends Enum<E>> E stored(Class<E> choices, String word) {
        return read(choices, word).orElseThrow();
    }
}
