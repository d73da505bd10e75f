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
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.RuleForm.LevelFields;
import org.cmm.server.alert.RuleFormReader.Outcome;
import org.cmm.server.alert.RulePage.Access;
import org.cmm.server.alert.RulePage.Card;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;

/** Rules for people. */
@Path("/rules")
@Singleton
class RulePages {

    private final RuleBook book;
    private final RuleChanges changes;
    private final Visitor visitor;
    private final Settings settings;

    RulePages(RuleBook book, RuleChanges changes, Visitor visitor, Settings settings) {
        this.book = book;
        this.changes = changes;
        this.visitor = visitor;
        this.settings = settings;
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
        AlertWords words = words();
        List<Card> cards = book.entries().stream()
                .map(entry -> card(entry, RuleForm.of(entry), Map.of(), words))
                .toList();
        return Templates.rules(new RulePage(cards, saved, access()));
    }

    @POST
    @Path("/{id}")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        RuleEntry was = book.find(id)
                .orElseThrow(() -> Problem.notFound("there is no rule").exception());
        AlertWords words = words();
        RuleForm form = form(was, fields);
        return switch (new RuleFormReader(words.messages()).read(form, was.condition())) {
            case Outcome.Read(var condition) -> {
                changes.make(condition, form.enabled(), visitor.name());
                yield Response.seeOther(URI.create("/rules?saved=" + was.id())).build();
            }
            case Outcome.Refused(var faults) ->
                Response.status(422).entity(refused(form, faults, words)).build();
        };
    }

    @POST
    @Path("/{id}/reset")
    @RolesAllowed("admin")
    public Response reset(@PathParam("id") String id) {
        RuleEntry was = book.find(id)
                .orElseThrow(() -> Problem.notFound("there is no rule").exception());
        changes.reset(was.id());
        return Response.seeOther(URI.create("/rules?saved=" + was.id())).build();
    }

    private TemplateInstance refused(RuleForm form, Map<String, String> faults, AlertWords words) {
        List<Card> cards = book.entries().stream()
                .map(entry -> entry.id().equals(form.id())
                        ? card(entry, form, faults, words)
                        : card(entry, RuleForm.of(entry), Map.of(), words))
                .toList();
        return Templates.rules(new RulePage(cards, "", Access.CHANGE));
    }

    private static Card card(RuleEntry entry, RuleForm form, Map<String, String> faults, AlertWords words) {
        String changed = entry.updatedBy().isEmpty()
                ? words.messages().asItComes()
                : words.messages().changedBy(entry.updatedBy(), words.figures().moment(entry.updatedAt()));
        return new Card(form, words.rule(entry.id()), changed, entry.updatedBy().isEmpty(), faults);
    }

    private static RuleForm form(RuleEntry was, MultivaluedMap<String, String> fields) {
        boolean silence = was.id().equals(AlertKey.SILENT);
        List<LevelFields> levels = Arrays.stream(Severity.values())
                .map(Words::word)
                .map(word -> new LevelFields(word, field(fields, word + "-raise"), field(fields, word + "-clear")))
                .toList();
        return new RuleForm(
                was.id(),
                fields.containsKey("enabled"),
                silence ? List.of() : levels,
                field(fields, "raise-after"),
                field(fields, "clear-after"),
                field(fields, "max-gap"));
    }

    private static String field(MultivaluedMap<String, String> fields, String name) {
        String given = fields.getFirst(name);
        return given == null ? "" : given;
    }

    private Access access() {
        return visitor.isAdmin() ? Access.CHANGE : Access.READ;
    }

    private AlertWords words() {
        return new AlertWords(visitor.language(), ZoneId.of(settings.zone()));
    }
}
