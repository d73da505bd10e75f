package org.cmm.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever goes in comes out, and whatever did not go in never hurts. */
class ColumnCodecPropertiesTest {

    @Property(seed = "1", tries = 300)
    void anyNumbersComeBackBitForBit(@ForAll("anything") double[] one, @ForAll("anything") double[] other) {
        double[][] back = ColumnCodec.decode(ColumnCodec.encode(one, other));
        assertThat(back.length).isEqualTo(2);
        assertThat(back[0]).isEqualTo(one);
        assertThat(back[1]).isEqualTo(other);
    }

    @Property(seed = "2", tries = 300)
    void decimalsComeBackBitForBit(@ForAll("decimals") double[] values) {
        assertThat(ColumnCodec.decode(ColumnCodec.encode(values), 0)).isEqualTo(values);
    }

    @Property(seed = "3", tries = 300)
    void eachColumnCanBeReadAlone(@ForAll("decimals") double[] one, @ForAll("anything") double[] other) {
        byte[] bytes = ColumnCodec.encode(one, other, one);
        assertThat(ColumnCodec.decode(bytes, 0)).isEqualTo(one);
        assertThat(ColumnCodec.decode(bytes, 1)).isEqualTo(other);
        assertThat(ColumnCodec.decode(bytes, 2)).isEqualTo(one);
    }

    @Property(seed = "7", tries = 300)
    void theFirstBytesTellHowManyValuesThereAre(@ForAll("decimals") double[] one, @ForAll("anything") double[] other) {
        byte[] bytes = ColumnCodec.encode(one, other);
        byte[] start = Arrays.copyOf(bytes, Math.min(bytes.length, ColumnCodec.ENOUGH_TO_COUNT));
        assertThat(ColumnCodec.count(start)).isEqualTo(one.length);
    }

    @Property(seed = "4", tries = 300)
    void absentValuesStayAbsent(
            @ForAll("decimals") double[] values, @ForAll long seed, @ForAll @IntRange(max = 9) int of) {
        Random random = new Random(seed);
        double[] some = Arrays.stream(values)
                .map(value -> random.nextInt(10) < of ? Double.NaN : value)
                .toArray();
        assertThat(ColumnCodec.decode(ColumnCodec.encode(some), 0)).isEqualTo(some);
    }

    @Property(seed = "5", tries = 1_000)
    void damagedBytesAreReadOrRefused(@ForAll("decimals") double[] values, @ForAll long seed) {
        byte[] bytes = ColumnCodec.encode(values, values);
        Random random = new Random(seed);
        for (int damage = random.nextInt(3); damage >= 0; damage--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        readOrRefuse(Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(bytes.length, 4))));
    }

    @Property(seed = "6", tries = 1_000)
    void bytesOfNobodyAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    /** Any other exception fails the test. */
    private static void readOrRefuse(byte[] bytes) {
        try {
            int values = Arrays.stream(ColumnCodec.decode(bytes))
                    .mapToInt(column -> column.length)
                    .sum();
            assertThat(values).isLessThanOrEqualTo(ColumnCodec.MOST_VALUES);
        } catch (MalformedColumn e) {
            assertThat(e).hasMessageStartingWith("stored history cannot be read: ");
        }
    }

    @Provide
    Arbitrary<double[]> anything() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().map(ColumnCodecPropertiesTest::withOneNaN),
                        Arbitraries.longs().map(Double::longBitsToDouble).map(ColumnCodecPropertiesTest::withOneNaN),
                        Arbitraries.integers().between(-3, 3).map(number -> number / 3.0),
                        Arbitraries.of(
                                0.0,
                                -0.0,
                                Double.NaN,
                                Double.MIN_VALUE,
                                Double.MAX_VALUE,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                0x1p53,
                                -0x1p53,
                                0x1p63))
                .array(double[].class)
                .ofMaxSize(200);
    }

    private static double withOneNaN(double value) {
        return Double.isNaN(value) ? Double.NaN : value;
    }

    /** Of one number of digits, sometimes about one place and sometimes anywhere. */
    @Provide
    Arbitrary<double[]> decimals() {
        return Arbitraries.integers().between(0, 9).flatMap(digits -> {
            double power = Math.pow(10, digits);
            return Arbitraries.oneOf(
                            Arbitraries.longs().between(-5, 5),
                            Arbitraries.longs().between(1_000_000, 1_000_200),
                            Arbitraries.just(0L),
                            Arbitraries.longs().between(-(1L << 53) + 1, (1L << 53) - 1))
                    .map(number -> number / power)
                    .array(double[].class)
                    .ofMinSize(1)
                    .ofMaxSize(300);
        });
    }
}
