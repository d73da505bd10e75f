package org.cmm.server.fleet;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which servers somebody wants to see.
 *
 * @param terms all of them must occur in name, code, address, owner, tags, site or notes; accents and capitals do not
 *     count
 * @param site number of the site; null for every site
 * @param tag exact tag; null for every tag
 */
public record ServerFilter(
        List<String> terms,
        @Nullable Integer site,
        @Nullable String tag) {

    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public ServerFilter {
        terms = List.copyOf(terms);
    }

    public static ServerFilter of(@Nullable String typed, @Nullable Integer site, @Nullable String tag) {
        String text = Text.stripped(typed);
        List<String> terms = Stream.of(BLANKS.split(folded(text.substring(0, Math.min(text.length(), LONGEST)))))
                .filter(term -> !term.isEmpty())
                .toList();
        return new ServerFilter(terms, site, Text.stripped(tag).isEmpty() ? null : Text.stripped(tag));
    }

    /** Whether the server is wanted; {@code searchText} is what {@link Listing#searchText} says. */
    public boolean matches(Server server, String searchText) {
        return (site == null || site.equals(server.site()))
                && (tag == null || server.tags().contains(tag))
                && terms.stream().allMatch(searchText::contains);
    }

    /** Without accents and capitals. */
    static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
