package org.cmm.server.alert;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules that decide on one server, for programs. */
@Path("/api/v1/servers/{code}/rules")
@Tag(name = "alert")
@Singleton
class MachineRuleResource {

    private final Servers servers;
    private final MachineRules rules;
    private final RuleScopes scopes;

    MachineRuleResource(Servers servers, MachineRules rules, RuleScopes scopes) {
        this.servers = servers;
        this.rules = rules;
        this.scopes = scopes;
    }

    /**
     * A rule on this server.
     *
     * @param rule the one that decides, because its scope is the nearest
     * @param insteadOf scopes of the rules of the same id that cover the server too and do not decide
     */
    record EffectiveRule(RuleView rule, List<String> insteadOf) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Which rules decide on one server, and instead of which")
    public ListPage<EffectiveRule> rules(@PathParam("code") String code) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                        .exception());
        return ListPage.whole(rules.of(server).stream()
                .map(effective -> new EffectiveRule(
                        RuleView.of(
                                effective.decides(),
                                scopes.text(effective.decides().scope())),
                        effective.insteadOf().stream()
                                .map(other -> scopes.text(other.scope()))
                                .toList()))
                .toList());
    }
}
