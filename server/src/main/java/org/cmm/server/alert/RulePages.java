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
import java.util.Locale;
import java.util.Map;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.alert.RuleFormReader.Outcome;
import org.cmm.server.alert.RulePage.Access;
import org.cmm.server.alert.RulePage.Card;
import org.cmm.server.alert.RulePage.View;
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
    public TemplateInstance rules(
            @QueryParam("saved") @DefaultValue("") String saved, @QueryParam("q") @DefaultValue("") String find) {
        List<RuleEntry> own =
                book.entries().stream().filter(entry -> !entry.isOriginal()).toList();
        String wanted = find.strip().toLowerCase(Locale.ROOT);
        return page(
                new View("", find.strip(), own.size()),
                book.entries().stream()
                        .filter(RuleEntry::isOriginal)
                        .map(entry -> cards.card(entry, RuleForm.of(entry), Map.of()))
                        .toList(),
                own.stream()
                        .map(cards::row)
                        .filter(row -> row.text().toLowerCase(Locale.ROOT).contains(wanted))
                        .toList(),
                saved);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance rule(
            @PathParam("id") String id,
            @QueryParam("scope") @DefaultValue("fleet") String scope,
            @QueryParam("saved") @DefaultValue("") String saved) {
        RuleEntry entry = known(id, scope);
        return one(entry, RuleForm.of(entry), Map.of(), saved);
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
                yield saved(was);
            }
            case Outcome.Refused(var faults) ->
                Response.status(422).entity(one(was, form, faults, "")).build();
        };
    }

    @POST
    @Path("/{id}/reset")
    @RolesAllowed("admin")
    public Response reset(@PathParam("id") String id, @QueryParam("scope") @DefaultValue("fleet") String scope) {
        RuleEntry was = known(id, scope);
        return changes.reset(was).isPresent()
                ? saved(was)
                : Response.seeOther(URI.create("/rules")).build();
    }

    /** Where a rule stands that was just saved: among those that CMM comes with, or on its own page. */
    Response saved(RuleEntry entry) {
        String saved = "saved=" + URLEncoder.encode(cards.key(entry), StandardCharsets.UTF_8);
        String address = entry.isOriginal() ? "/rules?" + saved + "#" + entry.id() : cards.address(entry) + "&" + saved;
        return Response.seeOther(URI.create(address)).build();
    }

    private RuleEntry known(String id, String scope) {
        return scopes.find(scope)
                .flatMap(found -> book.find(id, found))
                .orElseThrow(() -> Problem.notFound("there is no rule").exception());
    }

    /** The page of one rule, with those of its name for other machines. */
    private TemplateInstance one(RuleEntry entry, RuleForm form, Map<String, String> faults, String saved) {
        Card card = cards.card(entry, form, faults);
        List<RulePage.Row> others = book.entries().stream()
                .filter(other -> other.id().equals(entry.id()) && !other.equals(entry))
                .map(cards::row)
                .toList();
        return page(new View(card.name(), "", others.size()), List.of(card), others, saved);
    }

    private TemplateInstance page(View view, List<Card> shown, List<RulePage.Row> rows, String saved) {
        return Templates.rules(new RulePage(
                view,
                shown,
                rows,
                cards.periods(RuleCards.USUAL_DAYS),
                saved,
                visitor.isAdmin() ? Access.CHANGE : Access.READ));
    }
}
