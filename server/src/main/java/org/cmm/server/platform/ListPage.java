package org.cmm.server.platform;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list for programs.
 *
 * @param next what to send as {@code cursor} for the page after this one; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPage<T>(List<T> items, @Nullable String next) {

    public ListPage {
        items = List.copyOf(items);
    }

    /** A list that is short by nature, whole. */
    public static <T> ListPage<T> whole(List<T> all) {
        return new ListPage<>(all, null);
    }

    /** @param found what follows the cursor, in order; one more than fits tells that there is another page */
    public static <T> ListPage<T> of(List<T> found, Limit limit, Function<T, Cursor> place) {
        if (found.size() <= limit.most()) {
            return whole(found);
        }
        List<T> shown = found.subList(0, limit.most());
        return new ListPage<>(shown, place.apply(shown.getLast()).toString());
    }

    /** The same page with each thing as programs see it. */
    public <V> ListPage<V> map(Function<T, V> view) {
        return new ListPage<>(items.stream().map(view).toList(), next);
    }
}
