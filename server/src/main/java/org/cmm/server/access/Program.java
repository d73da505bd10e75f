package org.cmm.server.access;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser or program in words that people know, read from what it calls itself.
 *
 * @param name such as Firefox or curl
 * @param system such as Windows; empty when it does not say
 */
record Program(String name, String system) {

    private record Sign(Pattern pattern, String word) {

        static Sign of(String pattern, String word) {
            return new Sign(Pattern.compile(pattern), word);
        }
    }

    /** Browsers claim to be each other, so the first that fits is the right one. */
    private static final List<Sign> NAMES = List.of(
            Sign.of("\\bEdgA?/", "Edge"),
            Sign.of("\\bOPR/", "Opera"),
            Sign.of("\\bSamsungBrowser/", "Samsung Internet"),
            Sign.of("\\b(Firefox|FxiOS)/", "Firefox"),
            Sign.of("\\b(Chrome|CriOS|HeadlessChrome)/", "Chrome"),
            Sign.of("\\bVersion/.*\\bSafari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            Sign.of("\\bWindows\\b", "Windows"),
            Sign.of("\\bAndroid\\b", "Android"),
            Sign.of("\\b(iPhone|iPad)\\b", "iOS"),
            Sign.of("\\bMac OS X\\b", "macOS"),
            Sign.of("\\bCrOS\\b", "ChromeOS"),
            Sign.of("\\bLinux\\b", "Linux"));

    private static final Pattern FIRST_WORD = Pattern.compile("[\\w.+-]{1,40}");

    /** @param told a {@code User-Agent} header, which may hold anything */
    static Program of(String told) {
        return new Program(first(NAMES, told, firstWord(told)), first(SYSTEMS, told, ""));
    }

    private static String first(List<Sign> signs, String told, String otherwise) {
        return signs.stream()
                .filter(sign -> sign.pattern().matcher(told).find())
                .map(Sign::word)
                .findFirst()
                .orElse(otherwise);
    }

    private static String firstWord(String told) {
        Matcher word = FIRST_WORD.matcher(told);
        return word.find() ? word.group() : "?";
    }
}
