package org.cmm.server.access;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    /** @param next give it as {@code before} for older entries; absent when there are none */
    record Page(List<AuditEntry> entries, Optional<Long> next) {

        static Page of(List<AuditEntry> entries, int limit) {
            return new Page(
                    entries,
                    entries.size() < limit
                            ? Optional.empty()
                            : Optional.of(entries.getLast().id()));
        }
    }

    @GET
    @Operation(summary = "The audit log, newest first")
    public Page page(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        AuditQuery query = new AuditQuery(before == null ? Long.MAX_VALUE : before, action, actor, limit);
        return Page.of(log.page(query), query.limit());
    }
}
