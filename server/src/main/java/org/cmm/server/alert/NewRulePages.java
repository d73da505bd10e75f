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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.alert.RuleFormReader.Outcome;
import org.cmm.server.alert.RulePage.Choice;
import org.cmm.server.alert.RulePage.NewPage;
import org.cmm.server.alert.RulePage.What;
import org.cmm.server.alert.RulePage.Whom;
import org.cmm.server.fleet.Listing;

/** The way to a new rule: what it looks at, then its levels and for whom; or an existing rule for fewer machines. */
@Path("/rules/new")
@Singleton
@Produces(MediaType.TEXT_HTML)
class NewRulePages {

    private static final int MOST_TAGS = 100;
    private static final List<String> WHATS = List.of(
            "high", "low", "rise", "fall", "no-data", "restart", "disk-full", "unusually-high", "unusually-low");
    private static final String SERVER = "server:";

    private final RuleBook book;
    private final RuleScopes scopes;
    private final RuleCards cards;
    private final RuleChanges changes;
    private final RulePages pages;
    private final Listing listing;
    private final Visitor visitor;

    NewRulePages(
            RuleBook book,
            RuleScopes scopes,
            RuleCards cards,
            RuleChanges changes,
            RulePages pages,
            Listing listing,
            Visitor visitor) {
        this.book = book;
        this.scopes = scopes;
        this.cards = cards;
        this.changes = changes;
        this.pages = pages;
        this.listing = listing;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance newRule(NewPage page);
    }

    @GET
    @RolesAllowed("admin")
    public Response fresh(
            @QueryParam("id") @DefaultValue("") String id,
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("metric") @DefaultValue("") String metric,
            @QueryParam("scope") @DefaultValue("fleet") String scope) {
        What wanted = what(id, what, metric);
        Optional<RuleEntry> there = scopes.find(scope).flatMap(found -> book.find(id, found));
        if (!scope.equals("fleet") && there.isPresent()) {
            return Response.seeOther(URI.create(cards.address(there.get()))).build();
        }
        return Response.ok(page(wanted, scope, form(wanted), Map.of())).build();
    }

    @POST
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("metric") @DefaultValue("") String metric,
            MultivaluedMap<String, String> fields) {
        String id = RuleForm.field(fields, "id").strip();
        What wanted = what(id, what, metric);
        String scope = scope(fields);
        Optional<RuleForm> form = form(wanted).map(known -> RuleForm.read(id, known.look(), fields));
        if (form.isEmpty()) {
            return Response.status(422)
                    .entity(page(wanted, scope, form, Map.of()))
                    .build();
        }
        Map<String, String> faults = new LinkedHashMap<>(placeFaults(id, scope));
        Outcome outcome = new RuleFormReader(cards.words().messages())
                .read(form.get(), edit -> RuleCheck.created(id, edit, book.entries()));
        if (outcome instanceof Outcome.Refused(var refused)) {
            faults.putAll(refused);
        }
        if (faults.isEmpty() && outcome instanceof Outcome.Read(var condition)) {
            RuleScope found = scopes.read(scope);
            RuleEntry made = changes.make(
                    new RuleChanges.Wanted(condition, found, form.get().enabled()), visitor.name());
            return pages.saved(made);
        }
        return Response.status(422).entity(page(wanted, scope, form, faults)).build();
    }

    What what(String id, String what, String metric) {
        return new What(id, what, metric, of(id).isPresent());
    }

    /** The scope that was chosen, or the machine that was typed. */
    static String scope(MultivaluedMap<String, String> fields) {
        String code = RuleForm.field(fields, "server").strip();
        return code.isEmpty() ? RuleForm.field(fields, "scope") : SERVER + code;
    }

    Whom whom(String scope) {
        return new Whom(places(scope), scope.startsWith(SERVER) ? scope.substring(SERVER.length()) : "");
    }

    private Map<String, String> placeFaults(String id, String scope) {
        RuleMessages messages = cards.words().messages();
        Optional<RuleScope> found = scopes.find(scope);
        if (found.isEmpty()) {
            return Map.of("scope", messages.faultScope());
        }
        return book.find(id, found.get()).isPresent() ? Map.of("scope", messages.faultExists()) : Map.of();
    }

    private Optional<RuleEntry> of(String id) {
        return book.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** As a rule of this id is elsewhere, or blank; empty while nobody said what it looks at. */
    Optional<RuleForm> form(What wanted) {
        Optional<RuleForm> known = of(wanted.id()).map(RuleForm::of);
        if (known.isPresent()) {
            return known;
        }
        boolean needsNoMetric = wanted.what().equals("restart") || wanted.what().equals("disk-full");
        return needsNoMetric
                        || WHATS.contains(wanted.what())
                                && Metrics.find(wanted.metric()).isPresent()
                ? Optional.of(RuleForm.blank(wanted.id(), look(wanted)))
                : Optional.empty();
    }

    private static Look look(What wanted) {
        return switch (wanted.what()) {
            case "rise" -> new Look(KindRow.RATE, wanted.metric(), "high", "1", "1", "1 h", "");
            case "fall" -> new Look(KindRow.RATE, wanted.metric(), "low", "1", "1", "1 h", "");
            case "no-data" -> new Look(KindRow.NO_DATA, wanted.metric(), "high", "1", "1", "", "");
            case "restart" -> new Look(KindRow.RESTART, Metrics.UPTIME.name(), "high", "1", "1", "24 h", "");
            case "unusually-high" -> new Look(KindRow.HABIT, wanted.metric(), "high", "1", "1", "42 d", "");
            case "unusually-low" -> new Look(KindRow.HABIT, wanted.metric(), "low", "1", "1", "42 d", "");
            case "disk-full" ->
                new Look(KindRow.DISK_FULL, Metrics.FILESYSTEM_UTILIZATION.name(), "high", "1", "1", "", "");
            default -> new Look(KindRow.THRESHOLD, wanted.metric(), wanted.what(), "1", "1", "", "");
        };
    }

    private TemplateInstance page(What wanted, String scope, Optional<RuleForm> form, Map<String, String> faults) {
        RuleWords words = cards.words();
        List<Choice> whats = WHATS.stream()
                .map(what -> new Choice(
                        what,
                        words.about(look(new What("", what, "", false))).replace(" · ", ""),
                        what.equals(wanted.what())))
                .toList();
        List<Choice> metrics = Metrics.all().stream()
                .map(Metric::name)
                .map(name -> new Choice(name, words.metric(name), name.equals(wanted.metric())))
                .toList();
        return Templates.newRule(new NewPage(
                form.map(fields -> cards.blank(fields, scope, faults)).stream().toList(),
                whats,
                metrics,
                whom(scope),
                wanted,
                cards.periods(RuleCards.USUAL_DAYS)));
    }

    private List<Choice> places(String scope) {
        RuleMessages messages = cards.words().messages();
        Stream<Choice> everywhere = Stream.of(new Choice("fleet", messages.fleet(), scope.equals("fleet")));
        Stream<Choice> sites = listing.sites().stream()
                .map(site -> new RuleScope.OfSite(site.id()))
                .map(site -> new Choice(site.key(), cards.whom(site), scope.equals(site.key())));
        Stream<Choice> tags = listing.tags(MOST_TAGS).stream()
                .map(RuleScope.OfTag::new)
                .map(tag -> new Choice(tag.key(), cards.whom(tag), scope.equals(tag.key())));
        return Stream.of(everywhere, sites, tags).flatMap(choices -> choices).toList();
    }
}
