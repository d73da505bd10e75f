package org.cmm.server.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a password must be. Follows NIST SP 800-63B: length and a list of known ones, no rules on kinds of characters.
 */
final class PasswordRules {

    static final int FEWEST = 10;
    static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int FEWEST_BESIDE_A_NAME = 8;
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
    private static final List<String> ROWS = List.of(
            "01234567890",
            "09876543210",
            "abcdefghijklmnopqrstuvwxyz",
            "zyxwvutsrqponmlkjihgfedcba",
            "qwertyuiopasdfghjklzxcvbnm",
            "azertyuiopqsdfghjklmwxcvbn",
            "qwertzuiopasdfghjklyxcvbnm",
            "1q2w3e4r5t6y7u8i9o0p",
            "1a2z3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgbyhnujmikolp",
            "aqwzsxedcrfvtgbyhnujik");
    private static final Set<String> WORDS = words();

    private PasswordRules() {}

    /**
     * The first fault of a password, if it has one.
     *
     * @param names names that the password must not lean on: the user's, the address, the institution's
     */
    static Optional<PasswordFault> fault(String password, List<String> names) {
        if (password.codePointCount(0, password.length()) < FEWEST) {
            return Optional.of(PasswordFault.TOO_SHORT);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(PasswordFault.TOO_LONG);
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (isCommon(plain)) {
            return Optional.of(PasswordFault.COMMON);
        }
        boolean leansOnName = names.stream().anyMatch(name -> leansOn(plain, name.toLowerCase(Locale.ROOT)));
        return leansOnName ? Optional.of(PasswordFault.NAMES) : Optional.empty();
    }

    private static boolean isCommon(String plain) {
        return plain.codePoints().distinct().count() < FEWEST_DIFFERENT
                || repeatsItself(plain)
                || onARow(plain)
                || isWordWithOrnaments(plain);
    }

    /** "abcabcabcabc": a piece that can be found again in the middle of the doubled text. */
    private static boolean repeatsItself(String text) {
        return (text + text).indexOf(text, 1) < text.length();
    }

    /** Keyboard rows and counting, also run through twice or with some ornament. */
    private static boolean onARow(String text) {
        return ROWS.stream().anyMatch(row -> longestShared(row + row, text) * 2 > text.length() + 2);
    }

    /** Length of the longest piece of the text that the row holds. */
    private static int longestShared(String row, String text) {
        int longest = 0;
        for (int start = 0; start < text.length(); start++) {
            int end = start + longest + 1;
            while (end <= text.length() && row.contains(text.substring(start, end))) {
                longest = end - start;
                end++;
            }
        }
        return longest;
    }

    /** "P@ssw0rd2024!", "motdepasse123", "bonjourbonjour1". */
    private static boolean isWordWithOrnaments(String text) {
        String letters = NO_LETTERS.matcher(text).replaceAll("");
        String decoded = NO_LETTERS.matcher(withoutLeet(text)).replaceAll("");
        String trimmed = NO_LETTERS
                .matcher(withoutLeet(text.replaceAll("^[^\\p{L}@$]+|[^\\p{L}@$]+$", "")))
                .replaceAll("");
        return List.of(letters, decoded, trimmed).stream().anyMatch(PasswordRules::isKnown);
    }

    private static boolean isKnown(String letters) {
        if (WORDS.contains(letters)) {
            return true;
        }
        for (int cut = 3; cut <= letters.length() - 3; cut++) {
            if (WORDS.contains(letters.substring(0, cut)) && WORDS.contains(letters.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private static String withoutLeet(String text) {
        return text.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static boolean leansOn(String password, String name) {
        return name.length() >= 3
                && password.contains(name)
                && password.length() - name.length() < FEWEST_BESIDE_A_NAME;
    }

    private static Set<String> words() {
        InputStream list = Objects.requireNonNull(
                PasswordRules.class.getResourceAsStream("/access/common-passwords.txt"), "the list is shipped");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line))
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
