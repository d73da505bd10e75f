package org.cmm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.cmm.core.history.DiskOutlook.Use;
import org.junit.jupiter.api.Test;

class DiskOutlookTest {

    private static final Use SAMPLES = new Use(1_000, 100, 10, 30);
    private static final Use HOURS = new Use(100, 10, 10, 1_000);

    @Test
    void aTierGrowsUntilItIsAsOldAsItIsKept() {
        assertThat(DiskOutlook.bytesAfter(List.of(SAMPLES), 5)).isEqualTo(1_500);
        assertThat(DiskOutlook.bytesAfter(List.of(SAMPLES), 20)).isEqualTo(3_000);
        assertThat(DiskOutlook.bytesAfter(List.of(SAMPLES), 400)).isEqualTo(3_000);
        assertThat(DiskOutlook.bytesAtMost(List.of(SAMPLES, HOURS))).isEqualTo(3_000 + 100 + 9_900);
    }

    @Test
    void theDiskIsFullWhenWhatComesHasTakenWhatIsFree() {
        assertThat(DiskOutlook.daysUntil(List.of(SAMPLES, HOURS), 1_100)).hasValue(10);
        assertThat(DiskOutlook.daysUntil(List.of(SAMPLES, HOURS), 2_200 + 500)).hasValue(70);
    }

    @Test
    void whatStopsGrowingBeforeTheDiskIsFullNeverFillsIt() {
        assertThat(DiskOutlook.daysUntil(List.of(SAMPLES, HOURS), 20_000)).isEmpty();
        assertThat(DiskOutlook.daysUntil(List.of(new Use(5, 0, 0, 30)), 0)).isEmpty();
    }

    @Test
    void aTierThatIsKeptForNoTimeIsAMistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Use(1, 1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Use(1, Double.NaN, 1, 1));
    }

    @Property
    void onTheDayOnWhichTheDiskIsFullSoMuchMoreIsTaken(
            @ForAll("tiers") List<Use> tiers, @ForAll @DoubleRange(min = 0, max = 1e12) double free) {
        OptionalDouble days = DiskOutlook.daysUntil(tiers, free);
        double now = DiskOutlook.bytesAfter(tiers, 0);
        if (days.isPresent()) {
            assertThat(DiskOutlook.bytesAfter(tiers, days.getAsDouble()) - now)
                    .isCloseTo(free, within(1 + free * 1e-6));
        } else {
            assertThat(DiskOutlook.bytesAtMost(tiers)).isLessThanOrEqualTo((now + free) * (1 + 1e-12) + 1);
        }
    }

    @Provide
    static Arbitrary<List<Use>> tiers() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000_000_000L),
                        Arbitraries.doubles().between(0, 1e9),
                        Arbitraries.doubles().between(0, 4_000),
                        Arbitraries.integers().between(1, 36_525))
                .as(Use::new)
                .list()
                .ofMaxSize(4);
    }
}
