package org.cmm.core.outage;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemedyTest {

    @ParameterizedTest
    @CsvSource({
        "POWER,   LINK,    LIKELY,   true",
        "POWER,   LINK,    POSSIBLE, false",
        "POWER,   PLANNED, CERTAIN,  true",
        "PLANNED, SLEEP,   CERTAIN,  false",
        "UNKNOWN, POWER,   CERTAIN,  false",
        "POWER,   UNKNOWN, CERTAIN,  false"
    })
    void onlyAnotherThingToDoIsToldAgain(Cause told, Cause later, Confidence confidence, boolean again) {
        assertThat(Remedy.of(told).isOverturnedBy(new SiteVerdict(later, confidence)))
                .isEqualTo(again);
    }

    @Property(seed = "11")
    void theSameCauseIsNeverToldAgain(@ForAll Cause cause, @ForAll Confidence confidence) {
        assertThat(Remedy.of(cause).isOverturnedBy(new SiteVerdict(cause, confidence)))
                .isFalse();
    }
}
