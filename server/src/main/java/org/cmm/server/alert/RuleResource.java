package org.cmm.server.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Rules for programs. */
@Path("/api/v1/rules")
@Singleton
class RuleResource {

    private final RuleBook book;
    private final AlertEngine engine;
    private final SecurityIdentity identity;
    private final InstantSource clock;

    RuleResource(RuleBook book, AlertEngine engine, SecurityIdentity identity, InstantSource clock) {
        this.book = book;
        this.engine = engine;
        this.identity = identity;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "When alerts are raised and cleared")
    public List<RuleView> rules() {
        return book.entries().stream().map(RuleView::of).toList();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Change a rule; it is in force when the answer comes")
    public RuleView change(@PathParam("id") String id, @NotNull RuleEdit edit) {
        RuleEntry was = book.find(id).orElseThrow(() -> unknown(id).exception());
        RuleEntry changed = new RuleEntry(
                RuleCheck.changed(was.condition(), edit),
                Boolean.TRUE.equals(edit.enabled()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                identity.getPrincipal().getName());
        engine.adopt(changed);
        return RuleView.of(changed);
    }

    private Problem unknown(String id) {
        List<String> known = book.entries().stream().map(RuleEntry::id).toList();
        return Problem.notFound("there is no rule '%.60s'; there are %s".formatted(id, String.join(", ", known)));
    }
}
