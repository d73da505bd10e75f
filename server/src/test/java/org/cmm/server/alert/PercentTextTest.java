package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"92.5;0.925", "92,5;0.925", "85 %;0.85", "0;0", "100;1"})
    void readsWhatPeopleType(String text, double ratio) {
        assertThat(PercentText.read(text)).contains(ratio);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "much", "-1", "1e2", "1000"})
    void refusesWhatIsNoPercentage(String text) {
        assertThat(PercentText.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.85,85", "0.925,92.5", "0.3,30", "1,100", "0,0"})
    void writesWithoutNoise(double ratio, String text) {
        assertThat(PercentText.write(ratio)).isEqualTo(text);
    }
}
