package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.metric.Unit;

/** At which values rules fire at present, for whoever draws or tells them. */
@Singleton
public class Thresholds {

    private final RuleBook book;

    Thresholds(RuleBook book) {
        this.book = book;
    }

    /**
     * A value that is trouble.
     *
     * @param severity {@code info}, {@code warning} or {@code critical}
     * @param at in the unit of the metric
     */
    public record Threshold(String severity, double at) {}

    /** Those of the rules in force on this metric of this server, the lowest first; rates and the like are none. */
    public List<Threshold> of(int server, String metric) {
        return onMetric(server)
                .filter(rule ->
                        rule.kind() instanceof Kind.Threshold && rule.metric().equals(metric))
                .flatMap(rule -> rule.levels().stream()
                        .map(level -> new Threshold(
                                Words.word(level.severity()), KindRow.turned(rule.kind(), level.raiseAt()))))
                .toList();
    }

    /** The value at which this rule gives this severity on this server; empty when it does not do so now. */
    public OptionalDouble of(int server, String rule, Severity severity) {
        return onMetric(server)
                .filter(known -> known.id().equals(rule))
                .flatMap(known -> known.levels().stream()
                        .filter(level -> level.severity() == severity)
                        .map(level -> KindRow.turned(known.kind(), level.raiseAt())))
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    /** Whether this rule judges what is foretold; not when it is gone. */
    public boolean isForetold(int server, String rule) {
        return onMetric(server)
                .anyMatch(known -> known.id().equals(rule) && known.kind().isForetold());
    }

    /** In which unit this rule's values are; the metric's own when the rule is gone. */
    public Unit unit(int server, String rule, String metric) {
        return onMetric(server)
                .filter(known -> known.id().equals(rule))
                .map(known -> RuleFigures.unit(known.kind()))
                .findFirst()
                .orElse(RuleFigures.unit(metric));
    }

    private Stream<Rule> onMetric(int server) {
        return book.inForce(server).onMetrics().all().stream();
    }
}
