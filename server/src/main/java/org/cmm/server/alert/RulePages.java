package org.cmm.server.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.alert.RuleFormReader.Outcome;
import org.cmm.server.alert.RulePage.Access;
import org.cmm.server.alert.RulePage.Card;
import org.cmm.server.platform.Problem;

/** Rules for people. */
@Path("/rules")
@Singleton
class RulePages {

    private final RuleBook book;
    private final RuleScopes scopes;
    private final RuleCards cards;
    private final RuleChanges changes;
    private final Visitor visitor;

    RulePages(RuleBook book, RuleScopes scopes, RuleCards cards, RuleChanges changes, Visitor visitor) {
        this.book = book;
        this.scopes = scopes;
        this.cards = cards;
        this.changes = changes;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance rules(RulePage page);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance rules(@QueryParam("saved") @DefaultValue("") String saved) {
        List<Card> shown = book.entries().stream()
                .map(entry -> cards.card(entry, RuleForm.of(entry), Map.of()))
                .toList();
        return Templates.rules(new RulePage(
                shown, cards.periods(RuleCards.USUAL_DAYS), saved, visitor.isAdmin() ? Access.CHANGE : Access.READ));
    }

    @POST
    @Path("/{id}")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response change(
            @PathParam("id") String id,
            @QueryParam("scope") @DefaultValue("fleet") String scope,
            MultivaluedMap<String, String> fields) {
        RuleEntry was = known(id, scope);
        RuleForm form = RuleForm.read(was.id(), Look.of(was.condition()), fields);
        RuleFormReader reader = new RuleFormReader(cards.words().messages());
        return switch (reader.read(form, edit -> RuleCheck.changed(was.condition(), edit))) {
            case Outcome.Read(var condition) -> {
                changes.make(new RuleChanges.Wanted(condition, was.scope(), form.enabled()), visitor.name());
                yield back(cards.key(was));
            }
            case Outcome.Refused(var faults) ->
                Response.status(422).entity(refused(was, form, faults)).build();
        };
    }

    @POST
    @Path("/{id}/reset")
    @RolesAllowed("admin")
    public Response reset(@PathParam("id") String id, @QueryParam("scope") @DefaultValue("fleet") String scope) {
        RuleEntry was = known(id, scope);
        return changes.reset(was).isPresent() ? back(cards.key(was)) : back("");
    }

    static Response back(String key) {
        String saved = key.isEmpty() ? "" : "?saved=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
        return Response.seeOther(URI.create("/rules" + saved)).build();
    }

    private RuleEntry known(String id, String scope) {
        return scopes.find(scope)
                .flatMap(found -> book.find(id, found))
                .orElseThrow(() -> Problem.notFound("there is no rule").exception());
    }

    private TemplateInstance refused(RuleEntry was, RuleForm form, Map<String, String> faults) {
        List<Card> shown = book.entries().stream()
                .map(entry -> entry.equals(was)
                        ? cards.card(entry, form, faults)
                        : cards.card(entry, RuleForm.of(entry), Map.of()))
                .toList();
        return Templates.rules(new RulePage(shown, cards.periods(RuleCards.USUAL_DAYS), "", Access.CHANGE));
    }
}
