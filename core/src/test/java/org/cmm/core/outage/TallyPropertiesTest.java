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
import net.jqwik.api.constraints.IntRange;

class TallyPropertiesTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Span PERIOD = new Span(START, minute(10_000));

    @Property(seed = "1", tries = 300)
    void theSharesSumToThePeriod(@ForAll("outages") List<Outage> outages, @ForAll("spans") List<Span> cmmDown) {
        Tally tally = Tally.of(PERIOD, outages, cmmDown);

        Duration lost = Duration.ZERO;
        for (Cause cause : Cause.values()) {
            assertThat(tally.lostTo(cause)).isGreaterThanOrEqualTo(Duration.ZERO);
            lost = lost.plus(tally.lostTo(cause));
        }
        assertThat(tally.up()).isGreaterThanOrEqualTo(Duration.ZERO);
        assertThat(tally.up().plus(lost)).isEqualTo(PERIOD.length());
    }

    @Property(seed = "1", tries = 300)
    void aPeriodInTwoPartsAddsUp(
            @ForAll("outages") List<Outage> outages,
            @ForAll("spans") List<Span> cmmDown,
            @ForAll @IntRange(max = 10_000) int cut) {
        Tally first = Tally.of(new Span(PERIOD.from(), minute(cut)), outages, cmmDown);
        Tally second = Tally.of(new Span(minute(cut), PERIOD.to()), outages, cmmDown);

        assertThat(first.plus(second)).isEqualTo(Tally.of(PERIOD, outages, cmmDown));
    }

    @Property(seed = "1", tries = 300)
    void theOrderOfOutagesDoesNotMatter(
            @ForAll("outages") List<Outage> outages, @ForAll("spans") List<Span> cmmDown, @ForAll long seed) {
        List<Outage> shuffled = new ArrayList<>(outages);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Tally.of(PERIOD, shuffled, cmmDown)).isEqualTo(Tally.of(PERIOD, outages, cmmDown));
    }

    @Property(seed = "1", tries = 300)
    void anOutageToldTwiceTakesItsTimeOnce(@ForAll("outages") List<Outage> outages) {
        List<Outage> twice = new ArrayList<>(outages);
        twice.addAll(outages);

        assertThat(Tally.of(PERIOD, twice, List.of()).lost())
                .isEqualTo(Tally.of(PERIOD, outages, List.of()).lost());
    }

    @Property(seed = "1", tries = 300)
    void timeInWhichCmmWasDownIsNeitherUpNorDown(
            @ForAll("outages") List<Outage> outages, @ForAll("spans") List<Span> cmmDown) {
        Duration deaf = Span.total(PERIOD.clip(cmmDown));

        assertThat(Tally.of(PERIOD, outages, cmmDown).lostTo(Cause.CMM)).isGreaterThanOrEqualTo(deaf);
        assertThat(Tally.of(PERIOD, List.of(), List.of(PERIOD)).availability()).isEmpty();
    }

    @Property(seed = "1", tries = 300)
    void plannedWorkMovesTimeFromFailuresAndNothingElse(
            @ForAll("outages") List<Outage> outages, @ForAll("spans") List<Span> work) {
        Tally without = Tally.of(PERIOD, outages, List.of());
        Tally with = Tally.of(
                PERIOD, outages.stream().map(outage -> outage.amid(work)).toList(), List.of());

        assertThat(with.up()).isEqualTo(without.up());
        assertThat(with.lostTo(Cause.Counts.DOWN)).isLessThanOrEqualTo(without.lostTo(Cause.Counts.DOWN));
        assertThat(with.allFailures()).isLessThanOrEqualTo(without.allFailures());
    }

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    @Provide
    Arbitrary<List<Span>> spans() {
        return span().list().ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<Outage>> outages() {
        Arbitrary<Outage> outage = Combinators.combine(span(), Arbitraries.of(Cause.class), Arbitraries.of(true, false))
                .as((span, cause, over) -> new Outage(
                        span.from(),
                        over ? Optional.of(span.to()) : Optional.empty(),
                        cause,
                        List.of(new Part(span, cause))));
        return outage.list().ofMaxSize(8);
    }

    /** Some reach beyond the period. */
    private static Arbitrary<Span> span() {
        return Combinators.combine(
                        Arbitraries.integers().between(-500, 10_000),
                        Arbitraries.integers().between(0, 3_000))
                .as((from, length) -> new Span(minute(from), minute(from + length)));
    }
}
