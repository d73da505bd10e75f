package org.cmm.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.core.random.Law;
import org.cmm.core.random.RandomStream;
import org.cmm.core.random.RandomStreams;
import org.cmm.core.random.Weibull;
import org.cmm.core.statistics.Fitting;
import org.cmm.core.statistics.Lifetime;
import org.junit.jupiter.api.Test;

class FindingTest {

    private final RandomStream stream = RandomStreams.of(29).replication(0).take();

    @Test
    void tooFewSayHowManyAreMissingAndHowLongThatTakes() {
        Finding finding = Finding.of(List.of(Lifetime.ended(5), Lifetime.ended(9), Lifetime.lasting(30)), stream);

        assertThat(finding.fitting()).isEqualTo(new Fitting.TooFew(2, 10));
        assertThat(finding.missing()).isEqualTo(8);
        assertThat(finding.wait(Duration.ofDays(30))).contains(Duration.ofDays(120));
        assertThat(finding.hours()).isEqualTo(44);
        assertThat(finding.goodness()).isEmpty();
    }

    @Test
    void nobodyKnowsHowLongItTakesWhereNothingFails() {
        Finding finding = Finding.of(List.of(Lifetime.lasting(30)), stream);

        assertThat(finding.missing()).isEqualTo(10);
        assertThat(finding.wait(Duration.ofDays(30))).isEmpty();
    }

    @Test
    void theShapeTellsWhetherFailuresComeWithAge() {
        assertThat(ageing(new Weibull(3, 100))).isEqualTo(Ageing.WITH_AGE);
        assertThat(ageing(new Weibull(0.5, 100))).isEqualTo(Ageing.WITH_YOUTH);
        assertThat(ageing(new Weibull(1, 100))).isEqualTo(Ageing.AT_ANY_AGE);
    }

    private Ageing ageing(Law law) {
        List<Lifetime> lives = IntStream.range(0, 60)
                .mapToObj(_ -> Lifetime.ended(law.sample(stream)))
                .toList();
        return Ageing.of(Finding.of(lives, stream).fitting()).orElseThrow();
    }
}
