package org.cmm.server.fleet;

import org.jspecify.annotations.Nullable;

/** What people type, before anybody trusts it. */
final class Text {

    private Text() {}

    /** Without blanks around it; nothing becomes empty. */
    static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** The whole number, or null when nothing was chosen; what is no number becomes -1, which names nothing. */
    static @Nullable Integer number(@Nullable String typed) {
        String text = stripped(typed);
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(-1);
    }

    /** Whether it holds a character that no person means to type: control characters or half of a pair. */
    static boolean unprintable(String text) {
        return text.codePoints().anyMatch(Text::unprintable);
    }

    /** As {@link #unprintable(String)}, but lines may end and be indented. */
    static boolean unprintableLines(String text) {
        return text.codePoints().anyMatch(c -> c != '\n' && c != '\r' && c != '\t' && unprintable(c));
    }

    private static boolean unprintable(int character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
    }
}
