package org.cmm.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

    private static final float GAP = Float.NaN;

    @Test
    void nothingMeasuredIsNothingDrawn() {
        assertThat(Sparkline.path(new float[] {GAP, GAP})).isEmpty();
    }

    @Test
    void theUprightStrokesOfAWholeLineStandOutsideThePicture() {
        assertThat(Sparkline.path(new float[] {0, 0.5f, 1})).isEqualTo("M-3 104V98H0l1 -48 1 -48h3V104");
    }

    @Test
    void aGapPartsTheLine() {
        assertThat(Sparkline.path(new float[] {0, 0, GAP, 1, 1})).isEqualTo("M-3 104V98H0l1 0V104M3 104V2l1 0h3V104");
    }

    @Test
    void aLonelyMinuteIsOneUnitWide() {
        assertThat(Sparkline.path(new float[] {GAP, 0, GAP})).isEqualTo("M1 104V98H2V104");
    }

    @Test
    void whatIsOutOfRangeStaysInThePicture() {
        assertThat(Sparkline.path(new float[] {-1, 7})).isEqualTo("M-3 104V98H0l1 -96h3V104");
    }
}
