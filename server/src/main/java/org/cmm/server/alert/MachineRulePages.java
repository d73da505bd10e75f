package org.cmm.server.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.cmm.server.alert.MachineRules.Effective;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;

/** The rules that decide on one machine, for people. */
@Path("/servers/{code}/rules")
@Singleton
class MachineRulePages {

    private final Servers servers;
    private final MachineRules rules;
    private final RuleCards cards;

    MachineRulePages(Servers servers, MachineRules rules, RuleCards cards) {
        this.servers = servers;
        this.rules = rules;
        this.cards = cards;
    }

    /**
     * One rule.
     *
     * @param address of the page of the rule
     * @param because whose rule it is, in words
     * @param insteadOf whose would decide without it; empty when nobody's
     * @param ofItsOwn whether it is for this machine alone
     */
    record Row(
            String id,
            String address,
            String name,
            String about,
            String levels,
            String because,
            String insteadOf,
            Standing standing,
            boolean ofItsOwn) {

        public boolean enabled() {
            return standing != Standing.OFF;
        }
    }

    /** Whether a rule is in force. */
    enum Standing {
        ON,
        OFF
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance machineRules(Server server, List<Row> rows);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance rules(@PathParam("code") String code) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no such machine").exception());
        return Templates.machineRules(
                server, rules.of(server).stream().map(this::row).toList());
    }

    private Row row(Effective effective) {
        RuleEntry entry = effective.decides();
        return new Row(
                entry.id(),
                cards.address(entry),
                cards.alerts().rule(entry.id()),
                cards.words().about(Look.of(entry.condition())),
                cards.words().levels(entry.condition()),
                cards.whom(entry.scope()),
                effective.insteadOf().stream()
                        .map(other -> cards.whom(other.scope()))
                        .collect(Collectors.joining(", ")),
                entry.enabled() ? Standing.ON : Standing.OFF,
                entry.scope() instanceof RuleScope.OfServer);
    }
}
