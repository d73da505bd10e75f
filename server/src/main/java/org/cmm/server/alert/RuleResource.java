package org.cmm.server.alert;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Rules for programs. */
@Path("/api/v1/rules")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "alert")
@Singleton
class RuleResource {

    private final RuleBook book;
    private final RuleScopes scopes;
    private final RuleChanges changes;
    private final SecurityIdentity identity;

    RuleResource(RuleBook book, RuleScopes scopes, RuleChanges changes, SecurityIdentity identity) {
        this.book = book;
        this.scopes = scopes;
        this.changes = changes;
        this.identity = identity;
    }

    /**
     * A new rule.
     *
     * @param id letters a-z, digits and hyphens; one that exists already, to set it otherwise for fewer machines
     * @param scope as {@code site:3}; the fleet when left out
     */
    @Schema(
            requiredProperties = {"id", "rule"},
            examples = """
                    {"id": "disk", "scope": "site:3",
                     "rule": {"enabled": true, "levels": [{"severity": "warning", "raiseAt": 0.8, "clearBelow": 0.75}],
                              "raiseAfterSeconds": 300, "clearAfterSeconds": 900, "maxGapSeconds": 600}}""")
    record NewRule(
            @Nullable String id,
            @Schema(nullable = true) @Nullable String scope,
            @Nullable RuleEdit rule) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "When alerts are raised and cleared, for the fleet and nearer by")
    public ListPage<RuleView> rules() {
        return ListPage.whole(book.entries().stream().map(this::view).toList());
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            summary = "Add a rule, or set one otherwise for a site, a tag or a server; it is in force when the"
                    + " answer comes")
    @APIResponse(
            responseCode = "201",
            description = "The rule",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "409", description = "There is such a rule for these machines already")
    public Response create(@Nullable NewRule wanted) {
        if (wanted == null) {
            throw missingBody();
        }
        String id = wanted.id() == null ? "" : wanted.id();
        RuleScope scope = scopes.read(wanted.scope() == null ? "fleet" : wanted.scope());
        if (book.find(id, scope).isPresent()) {
            throw Problem.conflict(
                            "rule-exists", "there is a rule '%s' for %s already".formatted(id, scopes.text(scope)))
                    .exception();
        }
        RuleEdit edit = wanted.rule() == null ? new RuleEdit(null, null, null, null, null, null) : wanted.rule();
        Condition condition = RuleCheck.created(id, edit, book.entries());
        return Response.status(Response.Status.CREATED)
                .entity(make(condition, scope, edit))
                .build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One rule")
    public RuleView one(
            @PathParam("id") String id,
            @Parameter(description = "fleet, site:3, tag:office or server:pc-001")
                    @QueryParam("scope")
                    @DefaultValue("fleet")
                    String scope) {
        return view(known(id, scope));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(
            summary = "Set a rule back to what CMM comes with, or delete one that was added; in force when the answer"
                    + " comes")
    @APIResponse(
            responseCode = "200",
            description = "As CMM comes with it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RuleView.class)))
    @APIResponse(responseCode = "204", description = "Deleted")
    public Response reset(
            @PathParam("id") String id,
            @Parameter(description = "fleet, site:3, tag:office or server:pc-001")
                    @QueryParam("scope")
                    @DefaultValue("fleet")
                    String scope) {
        return changes.reset(known(id, scope))
                .map(entry -> Response.ok(view(entry)).build())
                .orElseGet(() -> Response.noContent().build());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Change a rule; it is in force when the answer comes")
    public RuleView change(
            @PathParam("id") String id,
            @Parameter(description = "fleet, site:3, tag:office or server:pc-001")
                    @QueryParam("scope")
                    @DefaultValue("fleet")
                    String scope,
            @Nullable RuleEdit edit) {
        if (edit == null) {
            throw missingBody();
        }
        RuleEntry was = known(id, scope);
        return make(RuleCheck.changed(was.condition(), edit), was.scope(), edit);
    }

    private RuleView make(Condition condition, RuleScope scope, RuleEdit edit) {
        return view(changes.make(
                new RuleChanges.Wanted(condition, scope, Boolean.TRUE.equals(edit.enabled())),
                identity.getPrincipal().getName()));
    }

    private RuleView view(RuleEntry entry) {
        return RuleView.of(entry, scopes.text(entry.scope()));
    }

    private static RuntimeException missingBody() {
        return Problem.badRequest("missing-body", "the request needs a JSON body")
                .exception();
    }

    private RuleEntry known(String id, String scope) {
        return scopes.find(scope).flatMap(found -> book.find(id, found)).orElseThrow(() -> unknown(id, scope)
                .exception());
    }

    private Problem unknown(String id, String scope) {
        List<String> known = book.entries().stream()
                .map(entry -> entry.id() + " for " + scopes.text(entry.scope()))
                .toList();
        return Problem.notFound(
                "there is no rule '%.60s' for %.80s; there are %s".formatted(id, scope, String.join(", ", known)));
    }
}
