package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;

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

    /** What this rule's values are; high ones in the metric's unit when the rule is gone. */
    public Measure measure(int server, String rule, String metric) {
        return onMetric(server)
                .filter(known -> known.id().equals(rule))
                .map(known -> new Measure(RuleFigures.unit(known.kind()), sort(known.kind())))
                .findFirst()
                .orElse(new Measure(RuleFigures.unit(metric), Measure.Sort.HIGH));
    }

    private static Measure.Sort sort(Kind kind) {
        return switch (kind) {
            case Kind.Threshold(var _, Kind.Side side, var _) ->
                side == Kind.Side.HIGH ? Measure.Sort.HIGH : Measure.Sort.LOW;
            case Kind.RateOfChange(var _, Kind.Side side, var _) ->
                side == Kind.Side.HIGH ? Measure.Sort.RISE : Measure.Sort.FALL;
            case Kind.NoData _ -> Measure.Sort.MISSING;
            case Kind.RestartSeen _ -> Measure.Sort.RESTARTS;
            case Kind.Habit _ -> Measure.Sort.UNUSUAL;
            case Kind.DiskFull _ -> Measure.Sort.LOW;
        };
    }

    private Stream<Rule> onMetric(int server) {
        return book.inForce(server).onMetrics().all().stream();
    }
}
