package org.cmm.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnCodecTest {

    private static final int DAY = 8_640;

    @Test
    void timesOnTheGridCostNextToNothing() {
        double[] times = column(DAY, index -> 1_795_910_400_000.0 + 10_000 * index);
        assertThat(sizeOf(times)).isLessThan(30);
        assertThat(sizeOf(Arrays.copyOf(times, DAY - 1))).isLessThan(30);
    }

    @Test
    void timesWithHolesAndSomeLatenessStayCheap() {
        Random random = new Random(1);
        double[] times = IntStream.range(0, DAY)
                .filter(index -> index / 500 % 7 != 3)
                .mapToDouble(index ->
                        1_795_910_400_000.0 + 10_000 * index + (random.nextInt(100) == 0 ? random.nextInt(2_000) : 0))
                .toArray();
        assertThat(sizeOf(times)).isLessThan(times.length / 10);
    }

    @Test
    void whatStaysOrCountsUpCostsNextToNothing() {
        assertThat(sizeOf(column(DAY, index -> 25_276_502_016.0))).isLessThan(16);
        assertThat(sizeOf(column(DAY, index -> 1 / 3.0))).isLessThan(40);
        assertThat(sizeOf(column(DAY, index -> Double.NaN))).isLessThan(16);
        assertThat(sizeOf(column(DAY, index -> 44_041 + 10 * index))).isLessThan(30);
    }

    @Test
    void wholeMebibytesCostWhatTheirNumberCosts() {
        Random random = new Random(2);
        double[] mebibytes = column(DAY, index -> 800 + random.nextInt(4));
        double[] bytes =
                Arrays.stream(mebibytes).map(value -> value * (1 << 20)).toArray();
        assertThat(sizeOf(bytes)).isLessThan(sizeOf(mebibytes) + 10).isLessThan(DAY * 3 / 10);
    }

    @Test
    void burstsAmongZerosCostWhatTheBurstsCost() {
        Random random = new Random(3);
        double[] rates = column(DAY, index -> random.nextInt(50) == 0 ? random.nextInt(1_000_000) : 0);
        assertThat(sizeOf(rates)).isLessThan(DAY / 50 * 4);
    }

    @Test
    void zerosMayLastLongerThanOneSymbolTells() {
        double[] values = new double[2 * Symbols.MOST_RUN - 100];
        values[3] = 1;
        assertThat(sizeOf(values)).isLessThan(50);
    }

    @Test
    void noColumnsAreNoBytes() {
        assertThat(ColumnCodec.encode()).isEmpty();
        assertThat(ColumnCodec.decode(new byte[0])).isEmpty();
    }

    @Test
    void refusesMoreValuesThanItWouldRead() {
        double[] half = new double[ColumnCodec.MOST_VALUES / 2];
        assertThat(ColumnCodec.decode(ColumnCodec.encode(half, half))).hasDimensions(2, half.length);
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ColumnCodec.encode(half, half, new double[1]))
                .withMessage("columns have at most 4194304 values together, not 4194305");
    }

    @Test
    void saysWhatIsWrongWithBytes() {
        assertRefused("", "there is no column at byte 0");
        assertRefused("05 01", "a column is cut off");
        assertRefused("01 01", "a column ends too early");
        assertRefused("05 FF FF FF FF 0F", "more values than there can be");
        assertRefused("03 02 0A 00", "10 decimals");
        assertRefused("04 02 80 03 01", "3 runs of 2 values");
        assertRefused("05 02 40 00 01 00", "prediction 4");
        assertRefused("07 02 00 00 01 81 01 00", "129 frequent residuals");
        assertRefused("06 02 00 00 01 00 60", "a code of 96 symbols");
        assertRefused("08 02 00 00 01 00 01 D0 00", "a code word of 13 bits");
        assertRefused("05 02 80 02 03 00", "a run of 3 of 2 values");
    }

    private static void assertRefused(String hex, String fault) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);
        assertThatExceptionOfType(MalformedColumn.class)
                .isThrownBy(() -> ColumnCodec.decode(bytes, 0))
                .withMessage("stored history cannot be read: " + fault);
    }

    private static double[] column(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }

    private static int sizeOf(double[] values) {
        byte[] bytes = ColumnCodec.encode(values);
        // AssertJ takes seconds for millions of them
        assertThat(Arrays.equals(ColumnCodec.decode(bytes, 0), values)).isTrue();
        return bytes.length;
    }
}
