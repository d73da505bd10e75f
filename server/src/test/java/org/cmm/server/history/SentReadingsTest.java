package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SentReadingsTest {

    private static final int FLOAT8 = 701;

    @Test
    void nullIsNotANumber() {
        byte[] sent = ByteBuffer.allocate(20 + 12 + 4 + 12)
                .putInt(1)
                .putInt(1)
                .putInt(FLOAT8)
                .putInt(3)
                .putInt(1)
                .putInt(8)
                .putDouble(0.25)
                .putInt(-1)
                .putInt(8)
                .putDouble(-1e300)
                .array();
        assertThat(SentReadings.unpack(sent)).containsExactly(0.25, Double.NaN, -1e300);
    }

    @Test
    void anEmptyArrayHasNoLength() {
        byte[] sent = ByteBuffer.allocate(12).putInt(0).putInt(0).putInt(FLOAT8).array();
        assertThat(SentReadings.unpack(sent)).isEmpty();
    }
}
