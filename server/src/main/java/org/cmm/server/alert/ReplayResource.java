package org.cmm.server.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Rule;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tries rules on history, for programs. */
@Path("/api/v1/rules/replay")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "alert")
@Singleton
@RunOnVirtualThread
class ReplayResource {

    private static final String TOO_MUCH =
            "'marks' must cover %d days at most, with the time before each that the rule looks back to"
                    .formatted(RuleReplay.MOST_MARKED.toDays());

    private final RuleReplay replay;
    private final RuleBook book;
    private final RuleScopes scopes;
    private final Servers servers;

    ReplayResource(RuleReplay replay, RuleBook book, RuleScopes scopes, Servers servers) {
        this.replay = replay;
        this.book = book;
        this.scopes = scopes;
        this.servers = servers;
    }

    @POST
    @RolesAllowed("admin")
    @Operation(
            summary = "What a rule would have done on the samples of the last days, without saving it; after 15"
                    + " seconds the answer is about some of the machines, and says so")
    public ReplayView replay(@Nullable ReplayRequest request) {
        if (request == null || request.rule() == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body with a 'rule'")
                    .exception();
        }
        List<FieldFault> faults = new ArrayList<>();
        int days = request.daysBack(faults);
        List<Mark> marks = request.marked(servers, faults);
        ReplayRequest.refuse(faults);
        String id = request.id() == null ? "trial" : request.id();
        Condition condition = RuleCheck.created(id, request.rule(), book.entries());
        if (!(condition instanceof Condition.OnMetric(Rule rule))) {
            throw Problem.invalid(
                            List.of(new FieldFault("id", "'id' must be of a rule on samples; silence brings none")))
                    .exception();
        }
        if (rule.kind().isForetold() && !marks.isEmpty()) {
            throw Problem.invalid(List.of(new FieldFault(
                            "marks", "'marks' must be left out for a rule of what is foretold: no sample moves it")))
                    .exception();
        }
        if (rule.kind() instanceof Kind.Habit) {
            throw Problem.invalid(List.of(new FieldFault(
                            "rule.looksAt.kind",
                            "'kind' must not be habit: what was usual then is not kept, and by what is usual now the past"
                                    + " would look more usual than it was")))
                    .exception();
        }
        RuleScope scope = scopes.read(request.scope() == null ? "fleet" : request.scope());
        RuleReplay.Trial trial = new RuleReplay.Trial(rule, scope, days, marks);
        if (trial.marksTooMuch()) {
            throw Problem.invalid(List.of(new FieldFault("marks", TOO_MUCH))).exception();
        }
        return ReplayView.of(replay.run(trial));
    }
}
