package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RawSlicesTest {

    @Test
    void whereThereIsLittleTheNextSliceIsLongerButNeverThanADay() {
        assertThat(RawSlices.next(Duration.ofHours(1), 0)).isEqualTo(Duration.ofHours(2));
        assertThat(RawSlices.next(Duration.ofHours(20), 400)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whereThereIsMuchItIsShorterButNotEndlessly() {
        assertThat(RawSlices.next(Duration.ofHours(8), 8_000)).isEqualTo(Duration.ofHours(4));
        assertThat(RawSlices.next(Duration.ofMinutes(10), 8_000)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aSliceOfTheRightSizeStays() {
        assertThat(RawSlices.next(Duration.ofHours(8), 2_880)).isEqualTo(Duration.ofHours(8));
    }
}
