package org.cmm.core.alert;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules in force on a server; a rule that is switched off is not among them. Each id appears once. */
public record Rules(List<Rule> all) {

    public static final Rules NONE = new Rules(List.of());

    public Rules {
        all = List.copyOf(all);
        Set<String> ids = new HashSet<>();
        for (Rule rule : all) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException("rule '%s': an id must be used once".formatted(rule.id()));
            }
        }
    }

    public Optional<Rule> find(String id) {
        return all.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Those that judge what samples hold. */
    List<Rule> ofReadings() {
        return all.stream().filter(rule -> !rule.kind().isForetold()).toList();
    }

    /** Those that judge how far readings are from what is usual. */
    public List<Kind.Habit> habits() {
        return all.stream()
                .flatMap(
                        rule -> rule.kind() instanceof Kind.Habit habit ? Stream.of(habit) : Stream.<Kind.Habit>empty())
                .toList();
    }

    /** Those that judge forecasts. */
    List<Rule> ofForecasts() {
        return all.stream().filter(rule -> rule.kind().isForetold()).toList();
    }

    /** How far back forecasts must be recalled to rebuild every hold of a rule about them. */
    public Duration lookbackOfForecasts() {
        return ofForecasts().stream().map(rule -> rule.timing().lookback()).reduce(Duration.ZERO, Rules::longer);
    }

    /**
     * How far back stored samples must be read to rebuild every hold and every number that a rule makes of readings.
     */
    public Duration lookback() {
        return all.stream().map(Rule::lookback).reduce(Duration.ZERO, Rules::longer);
    }

    /** Whether any tells a series that has stopped: then the last sample before a long gap matters too. */
    public boolean missSeries() {
        return all.stream().anyMatch(rule -> rule.kind() instanceof Kind.NoData);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
