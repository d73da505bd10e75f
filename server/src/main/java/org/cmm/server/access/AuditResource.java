package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
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

    AuditResource(AuditLog log) {
        this.log = log;
    }

    @GET
    @Operation(summary = "The audit log, newest first")
    public ListPage<AuditEntry> page(
            @Parameter(description = "How the action begins, such as user. for all that happened to users")
                    @QueryParam("action")
                    @DefaultValue("")
                    String action,
            @Parameter(description = "Name of who did it; empty for everybody") @QueryParam("actor") @DefaultValue("")
                    String actor,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        AuditQuery query = new AuditQuery(Cursor.before(cursor), action, actor, limit.andOneMore());
        return ListPage.of(log.page(query), limit, entry -> Cursor.at(entry.id()));
    }
}
