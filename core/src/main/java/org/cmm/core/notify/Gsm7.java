package org.cmm.core.notify;

import java.text.Normalizer;
import java.util.Map;

/**
 * Texts in the default alphabet of GSM 03.38 (3GPP TS 23.038, section 6.2.1). A message that keeps to it carries 160
 * septets in one segment; one character outside of it turns the whole message into UCS-2, of which a segment holds 70
 * characters, and doubles what it costs.
 */
public final class Gsm7 {

    /** What one segment holds. */
    public static final int SEGMENT = 160;

    /** Takes one septet each. The escape, which is no character, is left out. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Takes two septets each: the escape, and the character. */
    private static final String EXTENDED = "\f^{}\\[~]|€";

    /** What looks or reads nearest, where taking away the accent is not enough. */
    private static final Map<Integer, String> NEAREST = Map.ofEntries(
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "OE"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '…', "..."),
            Map.entry((int) '·', "-"),
            Map.entry((int) '→', "->"),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '×', "x"),
            Map.entry((int) '°', "o"),
            Map.entry((int) '‰', "o/oo"),
            Map.entry((int) 'ŋ', "ng"),
            Map.entry((int) 'Ŋ', "Ng"),
            Map.entry((int) 'ɓ', "b"),
            Map.entry((int) 'ɗ', "d"),
            Map.entry((int) 'ɛ', "e"),
            Map.entry((int) 'ɔ', "o"),
            Map.entry((int) 'ə', "e"));

    private static final String MORE = "...";

    private Gsm7() {}

    /** Septets that the text takes; characters outside of the alphabet count as the {@code ?} they become. */
    public static int septets(String text) {
        return text.codePoints().map(Gsm7::septets).sum();
    }

    /** Whether the text can be sent as it is. */
    public static boolean holds(String text) {
        return text.codePoints().allMatch(c -> isBasic(c) || isExtended(c));
    }

    /**
     * The text in the alphabet: accents that it does not have are taken away ({@code ê} becomes {@code e}, {@code ç}
     * becomes {@code c}), typographic signs become plain ones, blanks of any kind a space, anything else {@code ?}.
     * What is in the alphabet already stays as it is.
     */
    public static String transliterate(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(c -> plain.append(plain(c)));
        return plain.toString();
    }

    /** The text in the alphabet, cut to so many septets; what was cut ends in three dots. */
    public static String fit(String text, int most) {
        String plain = transliterate(text);
        if (septets(plain) <= most) {
            return plain;
        }
        int room = most - MORE.length();
        if (room < 0) {
            return plain.substring(0, end(plain, most));
        }
        return plain.substring(0, end(plain, room)).stripTrailing() + MORE;
    }

    /** Where the text's first so many septets end; the alphabet has no surrogates. */
    private static int end(String plain, int most) {
        int used = 0;
        int index = 0;
        while (index < plain.length() && used + septets((int) plain.charAt(index)) <= most) {
            used += septets((int) plain.charAt(index));
            index++;
        }
        return index;
    }

    private static int septets(int character) {
        return isExtended(character) ? 2 : 1;
    }

    private static boolean isBasic(int character) {
        return BASIC.indexOf(character) >= 0;
    }

    private static boolean isExtended(int character) {
        return EXTENDED.indexOf(character) >= 0;
    }

    private static String plain(int character) {
        if (isBasic(character) || isExtended(character)) {
            return Character.toString(character);
        }
        String nearest = NEAREST.get(character);
        return nearest != null ? nearest : withoutAccents(character);
    }

    private static String withoutAccents(int character) {
        if (Character.isSpaceChar(character) || Character.isWhitespace(character)) {
            return " ";
        }
        if (invisible(character)) {
            return "";
        }
        int bare = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD)
                .codePointAt(0);
        return isBasic(bare) || isExtended(bare) ? Character.toString(bare) : "?";
    }

    private static boolean invisible(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.CONTROL;
    }
}
