package org.cmm.server.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sorted list, named by what stands there: the parameter {@code cursor}. So it stays right when something
 * is added or removed before it, and even when what stood there is gone.
 *
 * @param key what the list is sorted by
 * @param id tells equal keys apart
 */
@Schema(type = SchemaType.STRING)
public record Cursor(String key, long id) implements Comparable<Cursor> {

    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::key).thenComparingLong(Cursor::id);

    /** A place in a list that is sorted by number. */
    public static Cursor at(long id) {
        return new Cursor("", id);
    }

    /** @throws ProblemException when no page said this */
    public static Cursor valueOf(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.indexOf('\n');
            return new Cursor(plain.substring(end + 1), Long.parseLong(plain.substring(0, Math.max(end, 0))));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("unknown-cursor", "'cursor' must be the 'next' of an earlier page, or be left out")
                    .exception();
        }
    }

    /** Where a list that goes from small numbers to large ones goes on. */
    public static long after(@Nullable Cursor cursor) {
        return cursor == null ? Long.MIN_VALUE : cursor.id();
    }

    /** Where a list that goes from large numbers to small ones goes on. */
    public static long before(@Nullable Cursor cursor) {
        return cursor == null ? Long.MAX_VALUE : cursor.id();
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
