package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.RuleForm.Look;
import org.cmm.server.alert.RulePage.Card;
import org.cmm.server.alert.RulePage.Choice;
import org.cmm.server.alert.RulePage.Row;
import org.cmm.server.alert.RulePage.Undo;
import org.cmm.server.platform.Settings;

/** Rules as their pages show them, in the words of whoever asks. */
@Singleton
class RuleCards {

    static final int USUAL_DAYS = 30;

    private final RuleScopes scopes;
    private final Visitor visitor;
    private final Settings settings;

    RuleCards(RuleScopes scopes, Visitor visitor, Settings settings) {
        this.scopes = scopes;
        this.visitor = visitor;
        this.settings = settings;
    }

    AlertWords alerts() {
        return new AlertWords(visitor.language(), ZoneId.of(settings.zone()));
    }

    RuleWords words() {
        return new RuleWords(visitor.language(), alerts().figures());
    }

    String key(RuleEntry entry) {
        return key(entry.id(), entry.scope());
    }

    String key(String id, RuleScope scope) {
        return scope.equals(RuleScope.FLEET) ? id : id + "@" + scopes.text(scope);
    }

    /** The times on which a rule can be tried. */
    List<Choice> periods(int chosen) {
        TrialMessages messages = trials().messages();
        return IntStream.of(7, USUAL_DAYS, 90)
                .mapToObj(Integer::toString)
                .map(days -> new Choice(days, messages.lastDays(days), days.equals(Integer.toString(chosen))))
                .toList();
    }

    TrialCards trials() {
        return new TrialCards(visitor.language(), words(), alerts().figures());
    }

    /** For which machines, in words. */
    String whom(RuleScope scope) {
        return words().scope(scope, scopes.name(scope));
    }

    /** The page of one rule. */
    String address(RuleEntry entry) {
        return "/rules/" + entry.id() + "?scope="
                + URLEncoder.encode(scopes.text(entry.scope()), StandardCharsets.UTF_8);
    }

    Row row(RuleEntry entry) {
        return new Row(
                address(entry),
                alerts().rule(entry.id()),
                words().about(Look.of(entry.condition())),
                whom(entry.scope()),
                words().levels(entry.condition()),
                entry.enabled(),
                changed(entry));
    }

    private String changed(RuleEntry entry) {
        RuleMessages messages = words().messages();
        return entry.updatedBy().isEmpty()
                ? messages.asItComes()
                : messages.changedBy(entry.updatedBy(), alerts().figures().moment(entry.updatedAt()));
    }

    Card card(RuleEntry entry, RuleForm form, Map<String, String> faults) {
        boolean untouched = entry.updatedBy().isEmpty();
        return new Card(
                key(entry),
                scopes.text(entry.scope()),
                form,
                alerts().rule(entry.id()),
                words().about(form.look()),
                entry.scope().equals(RuleScope.FLEET) ? "" : whom(entry.scope()),
                form.look().amounts().suffix(visitor.language()),
                changed(entry),
                !entry.isOriginal() ? Undo.DELETE : untouched ? Undo.NOTHING : Undo.RESTORE,
                faults);
    }

    /** Of a rule that is not there yet. */
    Card blank(RuleForm form, String scope, Map<String, String> faults) {
        return new Card(
                form.id(),
                scope,
                form,
                alerts().rule(form.id()),
                words().about(form.look()),
                "",
                form.look().amounts().suffix(visitor.language()),
                "",
                Undo.NOTHING,
                faults);
    }
}
