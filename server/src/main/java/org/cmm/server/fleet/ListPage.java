package org.cmm.server.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list for programs.
 *
 * @param next what to send as {@code cursor} for the page after this one; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ListPage<T>(List<T> items, @Nullable String next) {

    static final int MOST = 500;

    ListPage {
        items = List.copyOf(items);
    }
}
