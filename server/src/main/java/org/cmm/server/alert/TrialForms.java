package org.cmm.server.alert;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Rule;
import org.cmm.server.alert.Replayed.Fires;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.alert.RulePage.Card;
import org.cmm.server.alert.RulePage.What;
import org.cmm.server.alert.RuleReplay.Trial;
import org.cmm.server.alert.TrialJob.Asked;
import org.cmm.server.alert.TrialJob.Origin;
import org.cmm.server.alert.TrialPage.Form;
import org.cmm.server.alert.TrialPage.Found;
import org.cmm.server.alert.TrialPage.Running;
import org.cmm.server.alert.TrialPage.Typed;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;

/** From a form to a trial, and from a trial to its page. */
@Singleton
class TrialForms {

    private final RuleBook book;
    private final RuleScopes scopes;
    private final RuleCards cards;
    private final NewRulePages fresh;
    private final Servers servers;
    private final ZoneId zone;

    TrialForms(
            RuleBook book, RuleScopes scopes, RuleCards cards, NewRulePages fresh, Servers servers, Settings settings) {
        this.book = book;
        this.scopes = scopes;
        this.cards = cards;
        this.fresh = fresh;
        this.servers = servers;
        this.zone = ZoneId.of(settings.zone());
    }

    /**
     * Which rule it is.
     *
     * @param id of one that exists; empty for a new one
     * @param scope of one that exists
     * @param what what a new one looks at
     */
    record Address(String id, String scope, String what, String metric) {}

    /** What became of a form. */
    sealed interface Outcome {
        record Read(Asked asked, Trial trial) implements Outcome {}

        record Refused(TrialPage page) implements Outcome {}
    }

    /**
     * Reads a form.
     *
     * @throws org.cmm.server.platform.ProblemException when there is no such rule
     */
    Outcome read(Address address, MultivaluedMap<String, String> fields) {
        Origin origin = origin(address, fields);
        RuleForm form = form(origin, fields);
        Map<String, String> faults = new LinkedHashMap<>();
        RuleFormReader.Outcome read =
                new RuleFormReader(cards.words().messages()).read(form, edit -> check(origin, form.id(), edit));
        if (read instanceof RuleFormReader.Outcome.Refused(var refused)) {
            faults.putAll(refused);
        }
        Optional<RuleScope> scope =
                switch (origin) {
                    case Origin.Changed(var entry) -> Optional.of(entry.scope());
                    case Origin.Fresh(var _, var typed) -> scopes.find(typed);
                };
        if (scope.isEmpty()) {
            faults.put("scope", cards.words().messages().faultScope());
        }
        TrialMessages messages = cards.trials().messages();
        TrialMarks.Read marks = new TrialMarks(servers, zone).read(fields);
        if (marks.faulty()) {
            faults.put(TrialMarks.FIELD, messages.faultMark(count(RuleReplay.MOST_MARKS)));
        }
        Asked asked = new Asked(form, origin, days(fields), marks.marks());
        if (faults.isEmpty()
                && scope.isPresent()
                && read instanceof RuleFormReader.Outcome.Read(Condition.OnMetric(Rule rule))) {
            Trial trial = new Trial(rule, scope.get(), asked.days(), asked.marks());
            if (rule.kind() instanceof Kind.Habit) {
                faults.put(TrialMarks.FIELD, messages.habitUnknown());
            } else if (!trial.marksTooMuch()) {
                return new Outcome.Read(asked, trial);
            }
            faults.putIfAbsent(TrialMarks.FIELD, messages.faultMarked(count(RuleReplay.MOST_MARKED.toDays())));
        }
        return new Outcome.Refused(refused(asked, fields, faults));
    }

    /** @param take whether the proposal is to be put into the form */
    TrialPage page(TrialJob job, boolean take) {
        Asked asked = job.asked();
        Optional<Replayed> result = job.result();
        Optional<Fires> taken = result.flatMap(Replayed::proposal).filter(_ -> take);
        RuleForm form =
                taken.map(fires -> form(fires.rule(), asked.form().enabled())).orElse(asked.form());
        List<Found> found = result
                .map(replayed -> cards.trials()
                        .found(
                                replayed,
                                asked.days(),
                                taken.orElse(replayed.tried()),
                                asked.marks(),
                                taken.isPresent() ? "" : "/rules/trials/" + job.key() + "?take=true"))
                .stream()
                .toList();
        Map<String, String> faults = result.isEmpty() && !job.isRunning()
                ? Map.of(TrialMarks.FIELD, cards.trials().messages().failed())
                : Map.of();
        return new TrialPage(
                form(asked.origin(), form, taken.isPresent(), Map.of()),
                cards.periods(asked.days()),
                job.isRunning() ? List.of(running(job)) : List.of(),
                found,
                cards.trials().others(asked.marks(), found),
                new Typed("", "", "", faults));
    }

    private TrialPage refused(Asked asked, MultivaluedMap<String, String> fields, Map<String, String> faults) {
        boolean typed = faults.containsKey(TrialMarks.FIELD);
        return new TrialPage(
                form(asked.origin(), asked.form(), false, faults),
                cards.periods(asked.days()),
                List.of(),
                List.of(),
                cards.trials().others(asked.marks(), List.of()),
                typed
                        ? new Typed(
                                RuleForm.field(fields, "mark-server"),
                                RuleForm.field(fields, "mark-from"),
                                RuleForm.field(fields, "mark-to"),
                                faults)
                        : Typed.NOTHING);
    }

    private Form form(Origin origin, RuleForm form, boolean taken, Map<String, String> faults) {
        return switch (origin) {
            case Origin.Changed(RuleEntry entry) -> {
                Card card = cards.card(entry, form, faults);
                String query = "?scope=" + card.at();
                yield new Form(
                        card,
                        "/rules/" + entry.id() + query,
                        "/rules/trials" + query + "&id=" + entry.id(),
                        List.of(),
                        List.of(),
                        taken);
            }
            case Origin.Fresh(What what, String scope) ->
                new Form(
                        cards.blank(form, scope, faults),
                        "/rules/new?" + what.question(),
                        "/rules/trials?" + what.question(),
                        List.of(what),
                        List.of(fresh.whom(scope)),
                        taken);
        };
    }

    private Origin origin(Address address, MultivaluedMap<String, String> fields) {
        if (!address.id().isEmpty()) {
            return scopes.find(address.scope())
                    .flatMap(scope -> book.find(address.id(), scope))
                    .<Origin>map(Origin.Changed::new)
                    .orElseThrow(() -> Problem.notFound("there is no such rule").exception());
        }
        What what = fresh.what(RuleForm.field(fields, "id").strip(), address.what(), address.metric());
        return new Origin.Fresh(what, NewRulePages.scope(fields));
    }

    private RuleForm form(Origin origin, MultivaluedMap<String, String> fields) {
        return switch (origin) {
            case Origin.Changed(RuleEntry entry) -> RuleForm.read(entry.id(), Look.of(entry.condition()), fields);
            case Origin.Fresh(What what, var _) ->
                fresh.form(what)
                        .map(known -> RuleForm.read(what.id(), known.look(), fields))
                        .orElseThrow(() -> Problem.badRequest(
                                        "nothing-to-try", "say first what the rule looks at, under /rules/new")
                                .exception());
        };
    }

    private Condition check(Origin origin, String id, RuleEdit edit) {
        return switch (origin) {
            case Origin.Changed(RuleEntry entry) -> RuleCheck.changed(entry.condition(), edit);
            case Origin.Fresh _ -> RuleCheck.created(id, edit, book.entries());
        };
    }

    /** A rule as it would be typed. */
    private static RuleForm form(Rule rule, boolean enabled) {
        return RuleForm.of(new RuleEntry(new Condition.OnMetric(rule), RuleScope.FLEET, enabled, Instant.EPOCH, ""));
    }

    private Running running(TrialJob job) {
        ReplayProgress progress = job.progress();
        TrialMessages messages = cards.trials().messages();
        return new Running(
                job.key(),
                progress.isStarted()
                        ? messages.soFar(count(progress.looked()), count(progress.asked()), count(progress.rows()))
                        : messages.waiting(),
                progress.looked(),
                Math.max(1, progress.asked()));
    }

    private static int days(MultivaluedMap<String, String> fields) {
        return switch (RuleForm.field(fields, "days")) {
            case "7" -> 7;
            case "90" -> 90;
            default -> RuleCards.USUAL_DAYS;
        };
    }

    private String count(long number) {
        return cards.alerts().figures().count(number);
    }
}
