package org.cmm.server.alert;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.metric.Series;
import org.cmm.server.access.Language;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.fleet.Site;
import org.cmm.server.forecast.ForecastWords;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.platform.Figures;

/** Alerts in the words of one language. */
final class AlertWords {

    private final AlertMessages messages;
    private final Language language;
    private final ZoneId institution;
    private final Figures figures;

    AlertWords(Language language, ZoneId zone) {
        this.messages = MessageBundles.get(AlertMessages.class, Localized.Literal.of(language.code()));
        this.language = language;
        this.institution = zone;
        this.figures = Figures.of(language.locale(), zone);
    }

    AlertMessages messages() {
        return messages;
    }

    Figures figures() {
        return figures;
    }

    /** Times as they are at the site, or at the institution where there is none. */
    Figures figures(Optional<Site> site) {
        return Figures.of(language.locale(), site.map(Site::zone).orElse(institution));
    }

    String sentence(int open) {
        if (open == 0) {
            return messages.openNone();
        }
        return open == 1 ? messages.openOne() : messages.openSome(figures.count(open));
    }

    /** {@code Disk}; a rule that has no word goes by its id. */
    String rule(String id) {
        return switch (id) {
            case "cpu" -> messages.cpu();
            case "memory" -> messages.memory();
            case "disk" -> messages.disk();
            case "disk-full" -> messages.diskFull();
            case AlertKey.SILENT -> messages.silent();
            default -> id;
        };
    }

    /** Which of the machine's parts: {@code /home}; empty when it is the whole machine. */
    static String part(String subject) {
        return subject.isEmpty()
                ? ""
                : String.join(", ", Series.parse(subject).attributes().values());
    }

    /** The reading that raised or last moved an alert. */
    String value(AlertRecord alert, Optional<RuleEntry> entry) {
        return RuleFigures.write(kind(entry), alert.subject().split("\\{", 2)[0], alert.value(), figures);
    }

    /** Whether the alert is about what will be. */
    static boolean isForetold(Optional<RuleEntry> entry) {
        return kind(entry).filter(Kind::isForetold).isPresent();
    }

    /** {@code full between Tuesday and Friday}. */
    String full(AlertRecord alert, Optional<FullBetween> times, ZoneId zone, Instant now) {
        return ForecastWords.of(language, zone).full(times.filter(_ -> alert.clearedAt() == null), alert.value(), now);
    }

    private static Optional<Kind> kind(Optional<RuleEntry> entry) {
        return entry.map(RuleEntry::condition)
                .flatMap(condition -> condition instanceof Condition.OnMetric(Rule rule)
                        ? Optional.of(rule.kind())
                        : Optional.<Kind>empty());
    }

    /** The value of a silence is how many seconds it had lasted when it was noticed. */
    String lastHeard(AlertRecord silence, Figures atSite, Instant now) {
        Instant heard = silence.raisedAt().minusMillis(Math.round(silence.value() * 1000));
        return messages.lastHeard(atSite.since(heard, now));
    }

    /** The threshold that the rule has now for this severity; empty when it has none any more. */
    String level(Optional<RuleEntry> entry, String severity) {
        return entry.map(RuleEntry::condition)
                .flatMap(condition -> condition instanceof Condition.OnMetric(Rule rule)
                        ? Optional.of(level(rule, Words.storedSeverity(severity)))
                        : Optional.<String>empty())
                .filter(level -> !level.isEmpty())
                .map(kind(entry).filter(AlertWords::isLow).isPresent() ? messages::againstLow : messages::against)
                .orElse("");
    }

    private String level(Rule rule, Severity severity) {
        return rule.levels().stream()
                .filter(level -> level.severity() == severity)
                .findFirst()
                .map(level -> RuleFigures.write(
                        Optional.of(rule.kind()), rule.metric(), KindRow.turned(rule.kind(), level.raiseAt()), figures))
                .orElse("");
    }

    private static boolean isLow(Kind kind) {
        return kind instanceof Kind.Threshold threshold && threshold.side() == Kind.Side.LOW || kind.isForetold();
    }

    String cause(AlertRecord alert) {
        return switch (alert.cause()) {
            case "recovered" -> messages.recovered();
            case "rule-changed" -> messages.ruleChanged();
            case "closed-by-person" -> messages.closedBy(alert.closedBy());
            default -> "";
        };
    }
}
