package org.cmm.causes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CauseSuiteTest {

    @Test
    void theJudgeIsRightInNineteenOfTwentySituations() {
        CauseSuite.Outcome outcome = CauseSuite.run();
        assertThat(outcome.situations()).isGreaterThanOrEqualTo(40);
        assertThat(outcome.rightPercent())
                .as(String.join("\n", outcome.wrong()))
                .isGreaterThanOrEqualTo(95);
    }

    @Test
    void everyCauseStandsInTheTable() {
        assertThat(Situations.all().stream().map(Situation::right).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(org.cmm.core.outage.Cause.values());
    }

    @Test
    void aVerdictAccountsForEverySecondOfItsGap() {
        for (Situation situation : Situations.all()) {
            Duration parts = situation.verdict().parts().stream()
                    .map(part -> part.span().length())
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(parts)
                    .as(situation.what())
                    .isEqualTo(situation.gap().span(situation.evidence().now()).length());
        }
    }

    @Test
    void everyVerdictButUnknownNamesItsEvidence() {
        for (Situation situation : Situations.all()) {
            if (situation.right() != org.cmm.core.outage.Cause.UNKNOWN) {
                assertThat(situation.verdict().facts()).as(situation.what()).isNotEmpty();
            }
        }
    }

    @Test
    void aWrongVerdictCostsItsShare() {
        assertThat(new CauseSuite.Outcome(40, java.util.List.of("one", "two")).rightPercent())
                .isEqualTo(95);
    }
}
