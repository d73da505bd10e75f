package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Settings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("/api/v1/audit")
@Tag(name = "access")
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class AuditResource {

    private final AuditLog log;
    private final ZoneId zone;

    AuditResource(AuditLog log, Settings settings) {
        this.log = log;
        this.zone = ZoneId.of(settings.zone());
    }

    @GET
    @Operation(summary = "The audit log, newest first; from and to are days, both included")
    public ListPage<AuditEntry> page(
            @Parameter(description = "How the action begins, such as user. for all that happened to users")
                    @QueryParam("action")
                    @DefaultValue("")
                    String action,
            @Parameter(description = "A part of the name of who did it; empty for everybody")
                    @QueryParam("actor")
                    @DefaultValue("")
                    String actor,
            @Parameter(description = "First day, such as 2026-11-24") @QueryParam("from") @Nullable Day from,
            @Parameter(description = "Last day") @QueryParam("to") @Nullable Day to,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        AuditFilter filter = AuditFilter.of(action, actor, Day.dateOf(from), Day.dateOf(to), zone);
        AuditQuery query = new AuditQuery(Cursor.before(cursor), filter, limit.andOneMore());
        return ListPage.of(log.page(query), limit, entry -> Cursor.at(entry.id()));
    }
}
