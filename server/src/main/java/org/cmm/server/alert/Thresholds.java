package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.List;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.server.alert.RuleEntry.Condition;

/** At which values rules fire at present, for whoever draws them. */
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

    /** Those of the rules in force on this metric, the lowest first. */
    public List<Threshold> of(String metric) {
        return book.entries().stream()
                .filter(RuleEntry::enabled)
                .flatMap(entry -> entry.condition() instanceof Condition.OnMetric(Rule rule)
                                && rule.metric().equals(metric)
                        ? rule.levels().stream()
                        : List.<Level>of().stream())
                .map(level -> new Threshold(Words.word(level.severity()), level.raiseAt()))
                .toList();
    }
}
