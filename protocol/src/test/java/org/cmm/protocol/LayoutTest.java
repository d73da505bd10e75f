package org.cmm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void keepsTheOrderOfItsColumns() {
        var layout = new Layout(List.of(series("b", 2), series("a", 0)));

        assertThat(layout.decimals()).containsExactly(2, 0);
    }

    @Test
    void refusesTheSameSeriesTwice() {
        assertThatThrownBy(() -> new Layout(List.of(series("a", 0), series("a", 4))))
                .hasMessage("series 'a' {} appears twice in the layout");
    }

    @Test
    void refusesNoColumnAndTooMany() {
        assertThatThrownBy(() -> new Layout(List.of())).hasMessageContaining("this one has 0");
        assertThatThrownBy(() -> new Layout(Collections.nCopies(257, series("a", 0))))
                .hasMessageContaining("this one has 257");
    }

    @Test
    void refusesDecimalsThatCannotTravel() {
        assertThatThrownBy(() -> series("a", 10)).hasMessage("series 'a': decimals must be 0 to 9, was 10");
    }

    @Test
    void secretsAreNotPrinted() {
        var request = new EnrolmentRequest("open-sesame", "pc-1", "id", "hardware", List.of(), "Linux", "0.1.0");

        assertThat(request.toString()).doesNotContain("open-sesame");
        assertThat(new EnrolmentReply("s-1", "hush").toString()).doesNotContain("hush");
    }

    private static LayoutSeries series(String metric, int decimals) {
        return new LayoutSeries(metric, new TreeMap<>(), decimals);
    }
}
