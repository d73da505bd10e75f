package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.history.Tier;
import org.junit.jupiter.api.Test;

class TierUseTest {

    private static final Instant TODAY = Instant.parse("2026-11-29T00:00:00Z");
    private static final Instant NOW = TODAY.plus(Duration.ofHours(12));

    @Test
    void closedDaysTellHowMuchComesEachDay() {
        TierUse samples = samples(10);
        assertThat(samples.bytes()).isEqualTo(10 * 100 + 5_000);
        assertThat(samples.bytesPerDay()).isCloseTo(100, within(1e-9));
        assertThat(samples.heldDays(NOW)).isCloseTo(10.5, within(1e-9));
    }

    @Test
    void withoutAClosedDayTodayTells() {
        assertThat(samples(0).bytesPerDay()).isCloseTo(10_000, within(1e-9));
    }

    @Test
    void whatIsMadeAheadHoldsNothingYet() {
        List<StoredPart> parts = new ArrayList<>(samples(2).parts());
        parts.add(day(false, -1, 24));
        TierUse use = TierUse.of(Tier.SAMPLES, parts, TierUse.begin(parts, NOW), NOW);
        assertThat(use.oldest()).isEqualTo(TODAY.minus(Duration.ofDays(2)));
    }

    @Test
    void whatIsKeptForLessTimeGoesByWholeDays() {
        TierUse samples = samples(10);
        Instant kept = NOW.minus(Duration.ofDays(3));
        assertThat(samples.bytesBefore(kept)).isEqualTo(700);
        assertThat(samples.oldestAfter(kept)).isEqualTo(TODAY.minus(Duration.ofDays(3)));
        assertThat(samples.kept(3, NOW).bytes()).isEqualTo(5_300);
    }

    @Test
    void whatIsKeptForLongerGrowsOn() {
        assertThat(samples(10).kept(30, NOW).heldDays()).isCloseTo(10.5, within(1e-9));
        assertThat(samples(10).bytesBefore(NOW.minus(Duration.ofDays(30)))).isZero();
    }

    @Test
    void aYearThatHeldNothingAtFirstIsCountedFromTheFirstDay() {
        StoredPart year = new StoredPart(
                Tier.DAY, false, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"), 1_000);
        Instant begin = TODAY.minus(Duration.ofDays(9)).minus(Duration.ofHours(12));
        TierUse days = TierUse.of(Tier.DAY, List.of(year), begin, NOW);
        assertThat(days.oldest()).isEqualTo(begin);
        assertThat(days.bytesPerDay()).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatComesAsRowsIsForetoldAsItWillLie() {
        assertThat(samples(2).growing(1_000, 5, NOW).bytesPerDay()).isCloseTo(1_000 * 5 / 2.5, within(1e-9));
    }

    @Test
    void anEmptyTierHoldsNothingSinceNow() {
        TierUse none = TierUse.of(Tier.HOUR, List.of(), NOW, NOW);
        assertThat(none.bytes()).isZero();
        assertThat(none.oldest()).isEqualTo(NOW);
        assertThat(none.kept(1, NOW).bytes()).isZero();
    }

    /** So many closed days of 100 bytes before today, which has 5,000. */
    private static TierUse samples(int closedDays) {
        List<StoredPart> parts = new ArrayList<>();
        parts.add(day(false, 0, 5_000));
        for (int ago = 1; ago <= closedDays; ago++) {
            parts.add(day(true, ago, 100));
        }
        return TierUse.of(Tier.SAMPLES, parts, TierUse.begin(parts, NOW), NOW);
    }

    private static StoredPart day(boolean closed, int ago, long bytes) {
        Instant from = TODAY.minus(Duration.ofDays(ago));
        return new StoredPart(Tier.SAMPLES, closed, from, from.plus(Duration.ofDays(1)), bytes);
    }
}
