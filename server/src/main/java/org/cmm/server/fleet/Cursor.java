package org.cmm.server.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list, named by what stands there; so it stays right when something is added or removed before it.
 *
 * @param key what the list is sorted by
 * @param id tells equal keys apart
 */
record Cursor(String key, int id) implements Comparable<Cursor> {

    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::key).thenComparingInt(Cursor::id);

    static @Nullable Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            List<String> parts =
                    List.of(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 2));
            return new Cursor(parts.get(1), Integer.parseInt(parts.get(0)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Problem.badRequest("unknown-cursor", "'cursor' must be the 'next' of an earlier page, or be left out")
                    .exception();
        }
    }

    @Override
    public int compareTo(Cursor other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        byte[] plain = (id + "\n" + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
