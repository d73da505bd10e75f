package org.cmm.core.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cmm.core.outage.Fact.What;
import org.junit.jupiter.api.Test;

/** What holds of every verdict; whether verdicts are right is measured by the situations of the system's tests. */
class JudgeTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Gap AN_HOUR = new Gap(NOON, Optional.of(minute(60)));

    @Test
    void aVerdictIsProvisionalUntilWhatIsKeptHasHadTimeToArrive() {
        assertThat(Judge.judge(new Gap(NOON, Optional.empty()), Evidence.none(minute(90)))
                        .provisional())
                .isTrue();
        assertThat(Judge.judge(AN_HOUR, Evidence.none(minute(65))).provisional())
                .isTrue();
        assertThat(Judge.judge(AN_HOUR, Evidence.none(minute(70))).provisional())
                .isFalse();
    }

    @Test
    void samplesThatArriveLaterTurnUnknownIntoLink() {
        assertThat(Judge.judge(AN_HOUR, Evidence.none(minute(61))).cause()).isEqualTo(Cause.UNKNOWN);

        Verdict verdict = Judge.judge(AN_HOUR, measured(new Span(NOON, minute(60))));

        assertThat(verdict.cause()).isEqualTo(Cause.LINK);
        assertThat(verdict.confidence()).isEqualTo(Confidence.CERTAIN);
        assertThat(verdict.facts())
                .extracting(Fact::what, Fact::lasted)
                .contains(org.assertj.core.groups.Tuple.tuple(What.CONTINUED, Optional.of(Duration.ofHours(1))));
    }

    @Test
    void aGapOfNoLengthIsNoReasonToFail() {
        assertThat(Judge.judge(new Gap(NOON, Optional.of(NOON)), Evidence.none(NOON))
                        .cause())
                .isEqualTo(Cause.UNKNOWN);
    }

    @Property(seed = "1", tries = 500)
    void theOrderInWhichProofArrivesDoesNotMatter(@ForAll("signs") List<Sign> signs, @ForAll long seed) {
        List<Sign> shuffled = new ArrayList<>(signs);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Judge.judge(AN_HOUR, told(shuffled))).isEqualTo(Judge.judge(AN_HOUR, told(signs)));
    }

    @Property(seed = "1", tries = 500)
    void thePartsAreTheWholeGapWhateverIsTold(
            @ForAll("signs") List<Sign> signs, @ForAll("spans") List<Span> measured, @ForAll("spans") List<Span> cmm) {
        Evidence evidence = new Evidence(
                signs, new Starts(List.of(minute(58)), true), measured, SiteSigns.ALONE, cmm, false, minute(80));

        Instant at = NOON;
        for (Part part : Judge.judge(AN_HOUR, evidence).parts()) {
            assertThat(part.span().from()).isEqualTo(at);
            at = part.span().to();
        }
        assertThat(at).isEqualTo(minute(60));
    }

    private static Evidence measured(Span span) {
        return new Evidence(List.of(), Starts.UNTOLD, List.of(span), SiteSigns.ALONE, List.of(), false, minute(61));
    }

    private static Evidence told(List<Sign> signs) {
        return new Evidence(signs, Starts.UNTOLD, List.of(), SiteSigns.ALONE, List.of(), false, minute(80));
    }

    private static Instant minute(long minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }

    /** No two of a kind at the same moment, as no agent tells. */
    @Provide
    Arbitrary<List<Sign>> signs() {
        return Combinators.combine(
                        Arbitraries.of(Sign.Kind.class), Arbitraries.integers().between(-120, 75))
                .as((kind, minute) -> Sign.of(kind, minute(minute)))
                .list()
                .ofMaxSize(8)
                .uniqueElements();
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 70),
                        Arbitraries.integers().between(0, 40))
                .as((from, length) -> new Span(minute(from), minute(from + length)))
                .list()
                .ofMaxSize(4);
    }
}
