package org.cmm.server.fleet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The short unique names of servers: 2 to 32 of a–z, 0–9 and dash, such as srv-001. */
final class ServerCode {

    static final int LONGEST = 32;
    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])");

    private ServerCode() {}

    static boolean valid(String code) {
        return FORM.matcher(code).matches();
    }

    /** A free code that reminds of the host's name; srv-001, srv-002 … when the name gives none. */
    static String free(String hostName, Predicate<String> taken) {
        String wanted = slug(hostName);
        if (valid(wanted) && !taken.test(wanted)) {
            return wanted;
        }
        String stem = valid(wanted) ? wanted.substring(0, Math.min(wanted.length(), LONGEST - 5)) : "srv";
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> "%s-%03d".formatted(stem, number))
                .filter(code -> !taken.test(code))
                .findFirst()
                .orElseThrow();
    }

    private static String slug(String hostName) {
        String plain = Normalizer.normalize(hostName, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String first = plain.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
        String slug = first.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-+$", "");
    }
}
