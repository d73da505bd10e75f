package org.cmm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.cmm.bench.PlanetLab.HostDay;
import org.cmm.core.alert.DefaultRules;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often rules ring on real machines, and whether they ring for those that need it. */
class PlanetLabReplayTest {

    private static final List<HostDay> HOST_DAYS = PlanetLab.hostDays();
    private static final PlanetLabReplay REPLAY = new PlanetLabReplay(HOST_DAYS);

    @Test
    void defaultCpuRuleRingsRarely() {
        assertThat(REPLAY.alertsPerHostWeek(DefaultRules.CPU)).isLessThanOrEqualTo(0.15);
        assertThat(noisyHostDays(DefaultRules.CPU)).isLessThanOrEqualTo(0.0005);
    }

    @Test
    void defaultCpuRuleMissesNoSustainedOverload() {
        Duration wellOverTheHold = DefaultRules.CPU.timing().raiseAfter().plusMinutes(10);
        List<HostDay> overloaded = HOST_DAYS.stream()
                .filter(day -> longestOverload(day).compareTo(wellOverTheHold) >= 0)
                .toList();
        assertThat(overloaded).hasSize(8).allSatisfy(day -> assertThat(PlanetLabReplay.alerts(DefaultRules.CPU, day))
                .isPositive());
    }

    /**
     * The published figures are of all ten days of the recording. The two days here are up to a sixth busier than those
     * in short bursts, and as much calmer in long ones.
     */
    @ParameterizedTest
    @CsvSource({
        "80, 80, 1, 1, 8.931",
        "80, 70, 1, 1, 7.604",
        "80, 80, 3, 1, 1.079",
        "80, 70, 3, 1, 0.794",
        "80, 60, 3, 6, 0.133"
    })
    void ringsAboutAsOftenAsPublished(int raise, int clear, int raiseSamples, int clearSamples, double published) {
        assertThat(REPLAY.alertsPerHostWeek(rule(raise, clear, raiseSamples, clearSamples)))
                .isCloseTo(published, Percentage.withPercentage(17));
    }

    @ParameterizedTest
    @CsvSource({"80, 80, 1, 1", "80, 70, 1, 1", "80, 80, 3, 1", "80, 70, 3, 1", "80, 60, 3, 6", "90, 80, 3, 6"})
    void aHoldCountsSamplesInARow(int raise, int clear, int raiseSamples, int clearSamples) {
        Rule rule = rule(raise, clear, raiseSamples, clearSamples);
        assertThat(HOST_DAYS).allSatisfy(day -> assertThat(PlanetLabReplay.alerts(rule, day))
                .isEqualTo(counted(day, raise / 100.0, clear / 100.0, raiseSamples, clearSamples)));
    }

    /** The same rule in the words of the published table: so many samples in a row at or above, so many below. */
    private static long counted(HostDay day, double raise, double clear, int raiseSamples, int clearSamples) {
        long raised = 0;
        boolean firing = false;
        int inARow = 0;
        for (double value : day.utilization()) {
            inARow = (firing ? value < clear : value >= raise) ? inARow + 1 : 0;
            if (inARow == (firing ? clearSamples : raiseSamples)) {
                firing = !firing;
                inARow = 0;
                raised += firing ? 1 : 0;
            }
        }
        return raised;
    }

    private static Rule rule(int raise, int clear, int raiseSamples, int clearSamples) {
        double clearBelow = Math.min(clear / 100.0, Math.nextDown(raise / 100.0));
        return new Rule(
                "cpu",
                Metrics.CPU_UTILIZATION.name(),
                List.of(new Level(Severity.WARNING, raise / 100.0, clearBelow)),
                new Timing(
                        PlanetLab.STEP.multipliedBy(raiseSamples - 1),
                        PlanetLab.STEP.multipliedBy(clearSamples - 1),
                        PlanetLab.STEP));
    }

    private static double noisyHostDays(Rule rule) {
        double noisy = HOST_DAYS.stream()
                .filter(day -> PlanetLabReplay.alerts(rule, day) >= 4)
                .count();
        return noisy / HOST_DAYS.size();
    }

    /** From the first to the last reading of the longest row at or above the warning. */
    private static Duration longestOverload(HostDay day) {
        int longest = 0;
        int current = 0;
        for (double value : day.utilization()) {
            current = value >= DefaultRules.CPU.levels().getFirst().raiseAt() ? current + 1 : 0;
            longest = Math.max(longest, current);
        }
        return PlanetLab.STEP.multipliedBy(Math.max(0, longest - 1));
    }
}
