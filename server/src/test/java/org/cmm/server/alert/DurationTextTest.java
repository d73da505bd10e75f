package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({"90 s,90", "10 min,600", "1h,3600", "2 d,172800", "2 j,172800", "45,45", "0 s,0", "10\u202fmin,600"})
    void readsWhatPeopleType(String text, long seconds) {
        assertThat(DurationText.read(text)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5 s", "1.5 h", "10 weeks"})
    void refusesWhatIsNoDuration(String text) {
        assertThat(DurationText.read(text)).isEmpty();
    }

    @Test
    void writesNothingAway() {
        for (long seconds : new long[] {0, 1, 59, 60, 90, 600, 3_600, 5_400, 86_400}) {
            assertThat(DurationText.read(DurationText.write(Duration.ofSeconds(seconds))))
                    .contains(Duration.ofSeconds(seconds));
        }
    }
}
