package org.cmm.server.fleet;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Which servers a program asks for, as its address says. */
record ServerQuery(
        @QueryParam("q") @Nullable String q,
        @QueryParam("site") @Nullable Integer site,
        @QueryParam("tag") @Nullable String tag,
        @QueryParam("state") @Nullable String state,
        @QueryParam("sort") @DefaultValue("code") String sort,
        @QueryParam("limit") @DefaultValue("100") int limit,
        @QueryParam("cursor") @Nullable String cursor) {

    ServerList.Request request() {
        if (limit < 1 || limit > ListPage.MOST) {
            throw fault("limit", "'limit' must be 1 to " + ListPage.MOST);
        }
        return new ServerList.Request(ServerFilter.of(q, site, tag), condition(), sort, limit, Cursor.parse(cursor));
    }

    private @Nullable Condition condition() {
        if (state == null) {
            return null;
        }
        return Condition.of(state).orElseThrow(() -> fault("state", "'state' must be one of " + words()));
    }

    private static String words() {
        return Arrays.stream(Condition.values()).map(Condition::word).collect(Collectors.joining(", "));
    }

    private static RuntimeException fault(String field, String detail) {
        return Problem.invalid(List.of(new FieldFault(field, detail))).exception();
    }
}
