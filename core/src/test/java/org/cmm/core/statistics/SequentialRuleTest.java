package org.cmm.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.cmm.core.statistics.SequentialRule.Exhausted;
import org.cmm.core.statistics.SequentialRule.Precise;
import org.cmm.core.statistics.SequentialRule.Run;
import org.junit.jupiter.api.Test;

class SequentialRuleTest {

    private static final SequentialRule RULE = new SequentialRule(0.05, 10, 20, 40);

    private static Estimate within(double relative) {
        return new Estimate(100, 100 * relative, 20, 0.95);
    }

    @Test
    void runsUntilEveryEstimateIsPrecise() {
        assertThat(RULE.first()).isEqualTo(new Run(20));
        assertThat(RULE.after(20, List.of(within(0.01), within(0.06)))).isEqualTo(new Run(30));
        assertThat(RULE.after(30, List.of(within(0.01), within(0.05)))).isEqualTo(new Precise());
    }

    @Test
    void givesUpAfterTheMost() {
        assertThat(RULE.after(40, List.of(within(0.06)))).isEqualTo(new Exhausted());
        assertThat(RULE.after(40, List.of(within(0.04)))).isEqualTo(new Precise());
    }

    @Test
    void looksOnlyAtTheEndsOfBatches() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULE.after(25, List.of()))
                .withMessage("run until: looks only after 20 to 40 replications in batches of 10, not 25");
        assertThatIllegalArgumentException().isThrownBy(() -> new SequentialRule(0.05, 10, 25, 40));
        assertThatIllegalArgumentException().isThrownBy(() -> new SequentialRule(5, 10, 20, 40));
    }
}
