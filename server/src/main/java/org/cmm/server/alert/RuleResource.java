package org.cmm.server.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rules for programs. */
@Path("/api/v1/rules")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "alert")
@Singleton
class RuleResource {

    private final RuleBook book;
    private final RuleChanges changes;
    private final SecurityIdentity identity;

    RuleResource(RuleBook book, RuleChanges changes, SecurityIdentity identity) {
        this.book = book;
        this.changes = changes;
        this.identity = identity;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "When alerts are raised and cleared")
    public ListPage<RuleView> rules() {
        return ListPage.whole(book.entries().stream().map(RuleView::of).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One rule")
    public RuleView one(@PathParam("id") String id) {
        return RuleView.of(known(id));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Set a rule back to what CMM comes with; it is in force when the answer comes")
    public RuleView reset(@PathParam("id") String id) {
        return RuleView.of(changes.reset(known(id).id()));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Change a rule; it is in force when the answer comes")
    public RuleView change(@PathParam("id") String id, @Nullable RuleEdit edit) {
        if (edit == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        RuleEntry was = known(id);
        return RuleView.of(changes.make(
                RuleCheck.changed(was.condition(), edit),
                Boolean.TRUE.equals(edit.enabled()),
                identity.getPrincipal().getName()));
    }

    private RuleEntry known(String id) {
        return book.find(id).orElseThrow(() -> unknown(id).exception());
    }

    private Problem unknown(String id) {
        List<String> known = book.entries().stream().map(RuleEntry::id).toList();
        return Problem.notFound("there is no rule '%.60s'; there are %s".formatted(id, String.join(", ", known)));
    }
}
