package org.cmm.core.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.core.incident.SiteSilence.Verdict;
import org.junit.jupiter.api.Test;

class SiteSilenceTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    @Test
    void fiftyMachinesThatFallSilentWithinHalfAMinuteAreTheSiteBeforeTheLastOneIs() {
        assertThat(verdict(50, 24, NOON.plusSeconds(13))).isEqualTo(Verdict.WAIT);
        assertThat(verdict(50, 25, NOON.plusSeconds(13))).isEqualTo(Verdict.SITE);
    }

    @Test
    void oneMachineOfManyWaitsForOthersAndIsItsOwnThen() {
        assertThat(verdict(50, 1, NOON.plusSeconds(34))).isEqualTo(Verdict.WAIT);
        assertThat(verdict(50, 1, NOON.plusSeconds(35))).isEqualTo(Verdict.MACHINE);
    }

    @Test
    void bothMachinesOfASiteOfTwoAreTheSite() {
        assertThat(verdict(2, 2, NOON.plusSeconds(1))).isEqualTo(Verdict.SITE);
    }

    @Test
    void twoMachinesOfThreeAreNot() {
        assertThat(verdict(3, 2, NOON.plusSeconds(36))).isEqualTo(Verdict.MACHINE);
    }

    @Test
    void theOnlyMachineOfASiteWaitsForNobody() {
        assertThat(verdict(1, 1, NOON)).isEqualTo(Verdict.MACHINE);
    }

    @Test
    void aSilenceJoinsWhatTheSiteHasAlready() {
        assertThat(new SiteSilence(50, List.of(NOON), 30).verdict(NOON)).isEqualTo(Verdict.SITE);
    }

    @Test
    void silencesAnHourApartAreNotTogether() {
        var silences = List.of(NOON, NOON.plusSeconds(3600), NOON.plusSeconds(3601));
        assertThat(new SiteSilence(4, silences, 0).verdict(NOON.plusSeconds(3602)))
                .isEqualTo(Verdict.MACHINE);
    }

    private static Verdict verdict(int watched, int silent, Instant now) {
        List<Instant> silences = IntStream.range(0, silent)
                .mapToObj(number -> NOON.plusMillis(500L * number))
                .toList();
        return new SiteSilence(watched, silences, 0).verdict(now);
    }
}
