package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.cmm.core.metric.Metrics;
import org.junit.jupiter.api.Test;

class RuleTest {

    private static final Timing TIMING = new Timing(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1));
    private static final Level INFO = new Level(Severity.INFO, 0.8, 0.7);

    @Test
    void namesTheThingTheFaultAndTheRemedy() {
        assertRefused("rule 'disk': must have at least one level", List.of());
        assertRefused(
                "rule 'disk': clear-below of info must be less than its raise-at 0.8, was 0.8",
                List.of(new Level(Severity.INFO, 0.8, 0.8)));
        assertRefused(
                "rule 'disk': raise-at and clear-below of info must be finite, were NaN and 0.8",
                List.of(new Level(Severity.INFO, Double.NaN, 0.8)));
        assertRefused(
                "rule 'disk': levels must go from least to most severe, had info after info",
                List.of(INFO, new Level(Severity.INFO, 0.9, 0.7)));
        assertRefused(
                "rule 'disk': raise-at of warning must be more than info's 0.8, was 0.8",
                List.of(INFO, new Level(Severity.WARNING, 0.8, 0.7)));
        assertRefused(
                "rule 'disk': clear-below of warning must be at least info's 0.7, was 0.6",
                List.of(INFO, new Level(Severity.WARNING, 0.9, 0.6)));
    }

    @Test
    void refusesImpossibleHolds() {
        assertThatThrownBy(() -> rule("disk", new Timing(Duration.ofSeconds(-1), Duration.ZERO, Duration.ofMinutes(1))))
                .hasMessage("rule 'disk': raise-after must be at least 0s, was -1s");
        assertThatThrownBy(() -> rule("disk", new Timing(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMinutes(1))))
                .hasMessage("rule 'disk': clear-after must be at least 0s, was -1s");
        assertThatThrownBy(() -> rule("disk", new Timing(Duration.ZERO, Duration.ZERO, Duration.ZERO)))
                .hasMessage("rule 'disk': max-gap must be at least 1s, was 0s");
        assertThatThrownBy(() -> new SilenceRule(Duration.ofSeconds(9), Severity.CRITICAL))
                .hasMessage("rule 'silence': after must be at least 10s, was 9s");
    }

    @Test
    void refusesIdsThatCannotBeToldApart() {
        assertThatThrownBy(() -> rule("Disk full", TIMING))
                .hasMessage("rule 'Disk full': an id must be a letter a-z and up to 59 more of a-z, 0-9 and '-'");
        assertThatThrownBy(() -> new Rules(List.of(rule("disk", TIMING), rule("disk", TIMING))))
                .hasMessage("rule 'disk': an id must be used once");
    }

    @Test
    void defaultsWatchProcessorMemoryAndEveryDisk() {
        assertThat(DefaultRules.all().all()).extracting(Rule::id).containsExactly("cpu", "memory", "disk", "disk-full");
        assertThat(DefaultRules.all().all())
                .allSatisfy(rule -> assertThat(Metrics.find(rule.metric())).isPresent());
        assertThat(DefaultRules.all().lookback()).isEqualTo(Duration.ofMinutes(40));
        assertThat(Rules.NONE.lookback()).isZero();
    }

    private static void assertRefused(String message, List<Level> levels) {
        assertThatThrownBy(() -> new Rule("disk", "system.filesystem.utilization", levels, TIMING))
                .hasMessage(message);
    }

    private static Rule rule(String id, Timing timing) {
        return new Rule(id, "system.filesystem.utilization", List.of(INFO), timing);
    }
}
