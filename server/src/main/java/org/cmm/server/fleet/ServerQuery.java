package org.cmm.server.fleet;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.WholeNumber;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which servers a program asks for, as its address says. */
record ServerQuery(
        @Parameter(description = "Words that occur in name, code, address, owner, tags, site or notes")
        @QueryParam("q")
        @Nullable
        String q,

        @Parameter(description = "Number of the site") @QueryParam("site") @Nullable
        WholeNumber site,

        @Parameter(description = "One tag, exactly") @QueryParam("tag") @Nullable
        String tag,

        @Parameter(
                description = "critical, warning, silent, info, waiting, up or retired; those under watch without it")
        @QueryParam("state")
        @Nullable
        String state,

        @Parameter(description = "code, name or state") @QueryParam("sort") @DefaultValue("code")
        String sort,

        @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
        @QueryParam("cursor") @Nullable Cursor cursor) {

    ServerList.Request request() {
        return new ServerList.Request(
                ServerFilter.of(q, WholeNumber.orNull(site), tag), condition(), sort, limit, cursor);
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
