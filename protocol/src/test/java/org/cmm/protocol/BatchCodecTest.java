package org.cmm.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.cmm.protocol.MalformedBatch.Reason;
import org.junit.jupiter.api.Test;

class BatchCodecTest {
    private static final int[] DECIMALS = {4, 0, 2};
    private static final double ABSENT = Double.NaN;

    private final SampleBatch batch = new SampleBatch(
            7,
            0xABCDEFL,
            1_000_000L,
            List.of(
                    new SampleRow(970_000L, new double[] {0.1234, 512, -3.25}),
                    new SampleRow(980_000L, new double[] {0.1235, ABSENT, -3.25}),
                    new SampleRow(990_000L, new double[] {1, 1024, ABSENT})));

    @Test
    void givesBackWhatWasPutIn() throws MalformedBatch {
        var decoded = decode(encoded());

        assertThat(decoded.layout()).isEqualTo(7);
        assertThat(decoded.epoch()).isEqualTo(0xABCDEFL);
        assertThat(decoded.nowMillis()).isEqualTo(1_000_000L);
        assertThat(decoded.at()).containsExactly(970_000L, 980_000L, 990_000L);
        assertThat(decoded.values()).containsExactly(0.1234, 512, -3.25, 0.1235, ABSENT, -3.25, 1, 1024, ABSENT);
        assertThat(decoded.value(2, 1)).isEqualTo(1024);
    }

    @Test
    void hasTheBytesThatTheFormatPromises() {
        var one = new SampleBatch(300, 1, 5, List.of(new SampleRow(4, new double[] {0.0002, ABSENT, -0.01})));

        assertThat(BatchCodec.encode(one, DECIMALS)).containsExactly(1, 0xAC, 2, 1, 10, 1, 1, 1, 0b101, 4, 1);
    }

    @Test
    void takesAtMostThreeBytesForASampleThatDidNotChangeAndOneForEachColumn() {
        var still = new SampleRow[100];
        Arrays.setAll(still, row -> new SampleRow(row * 10_000L, new double[] {0.5, 1e12, 3}));

        byte[] bytes = BatchCodec.encode(new SampleBatch(1, 1, 0, List.of(still)), DECIMALS);

        assertThat(bytes.length).isLessThan(100 * (3 + 1 + 3) + 32);
    }

    @Test
    void readsOnlyBetweenOffsetAndLength() throws MalformedBatch {
        byte[] bytes = encoded();
        var padded = new byte[bytes.length + 20];
        Arrays.fill(padded, (byte) 0xFF);
        System.arraycopy(bytes, 0, padded, 10, bytes.length);

        var decoded = BatchCodec.decode(padded, 10, bytes.length, layout -> DECIMALS);

        assertThat(decoded.rows()).isEqualTo(3);
    }

    @Test
    void saysAbsentInsteadOfSendingWhatCannotBeScaled() throws MalformedBatch {
        var wild = new SampleBatch(
                1, 1, 0, List.of(new SampleRow(0, new double[] {Double.POSITIVE_INFINITY, 1e300, -1e-300})));

        assertThat(decode(BatchCodec.encode(wild, DECIMALS)).values()).containsExactly(ABSENT, ABSENT, 0);
    }

    @Test
    void refusesEveryShortenedBatch() {
        byte[] bytes = encoded();
        for (int length = 0; length < bytes.length; length++) {
            assertRefused(Arrays.copyOf(bytes, length), Reason.TRUNCATED);
        }
    }

    @Test
    void refusesWhatFollowsTheLastRow() {
        assertRefused(Arrays.copyOf(encoded(), encoded().length + 1), Reason.TRAILING_BYTES);
    }

    @Test
    void refusesAnotherVersion() {
        assertRefused(bytes(2, 1, 1, 0, 0), Reason.BAD_VERSION);
    }

    @Test
    void refusesALayoutThatNobodyAnnounced() {
        assertThatThrownBy(() -> BatchCodec.decode(encoded(), 0, encoded().length, layout -> null))
                .isInstanceOfSatisfying(
                        MalformedBatch.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_LAYOUT))
                .hasMessageContaining("layout 7");
    }

    @Test
    void refusesMoreThanTenThousandRows() {
        assertRefused(bytes(1, 1, 1, 0, 0x91, 0x4E), Reason.TOO_MANY_ROWS);
    }

    @Test
    void refusesNumbersThatDoNotFit() {
        assertRefused(bytes(1, 0xFF, 0xFF, 0xFF, 0xFF, 0x08, 1, 0, 0), Reason.OVERFLOW);
        assertRefused(bytes(1, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 2, 0), Reason.OVERFLOW);
        assertRefused(bytes(1, 1, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0), Reason.OVERFLOW);
    }

    @Test
    void refusesAPresenceThatMakesNoSense() {
        assertRefused(bytes(1, 1, 1, 0, 1, 0, 2, 0, 0, 0), Reason.BAD_PRESENCE);
        assertRefused(bytes(1, 1, 1, 0, 1, 0, 1, 0b1000, 0, 0), Reason.BAD_PRESENCE);
    }

    @Test
    void refusesToEncodeARowOfAnotherWidth() {
        var narrow = new SampleBatch(1, 1, 0, List.of(new SampleRow(0, new double[] {1})));

        assertThatThrownBy(() -> BatchCodec.encode(narrow, DECIMALS)).hasMessage("a row has 1 values, its layout 3");
    }

    private byte[] encoded() {
        return BatchCodec.encode(batch, DECIMALS);
    }

    private static DecodedBatch decode(byte[] bytes) throws MalformedBatch {
        return BatchCodec.decode(bytes, 0, bytes.length, layout -> DECIMALS);
    }

    private static void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> decode(bytes)).isInstanceOfSatisfying(MalformedBatch.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }

    private static byte[] bytes(int... unsigned) {
        var bytes = new byte[unsigned.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) unsigned[i];
        }
        return bytes;
    }
}
