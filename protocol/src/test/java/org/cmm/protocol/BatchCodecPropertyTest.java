package org.cmm.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchCodecPropertyTest {
    /** A batch with the decimals of its layout. */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(SampleBatch batch, int[] decimals) {}

    @Property
    void whatIsDecodedIsWhatWasEncoded(@ForAll("cases") Case one) throws MalformedBatch {
        byte[] bytes = BatchCodec.encode(one.batch, one.decimals);

        DecodedBatch decoded = BatchCodec.decode(bytes, 0, bytes.length, layout -> one.decimals);

        assertThat(rowsOf(decoded)).isEqualTo(one.batch.rows());
        assertThat(decoded.layout()).isEqualTo(one.batch.layout());
        assertThat(decoded.epoch()).isEqualTo(one.batch.epoch());
        assertThat(decoded.nowMillis()).isEqualTo(one.batch.nowMillis());
    }

    @Property(tries = 1_000)
    void randomBytesNeverThrowAnythingElse(
            @ForAll @Size(max = 200) byte[] bytes, @ForAll @IntRange(min = 1, max = 256) int columns) {
        decodeOrRefuse(bytes, columns);
        if (bytes.length > 0) {
            bytes[0] = BatchCodec.VERSION;
            decodeOrRefuse(bytes, columns);
        }
    }

    @Property(tries = 1_000)
    void aDamagedBatchNeverThrowsAnythingElse(@ForAll("cases") Case one, @ForAll int place, @ForAll byte damage) {
        byte[] bytes = BatchCodec.encode(one.batch, one.decimals);
        bytes[Math.floorMod(place, bytes.length)] = damage;

        decodeOrRefuse(bytes, one.decimals.length);
    }

    private static void decodeOrRefuse(byte[] bytes, int columns) {
        try {
            var batch = BatchCodec.decode(bytes, 0, bytes.length, layout -> new int[columns]);
            assertThat(batch.values()).hasSize(batch.rows() * columns);
        } catch (MalformedBatch refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        return Arbitraries.randoms().map(BatchCodecPropertyTest::randomCase);
    }

    private static Case randomCase(Random random) {
        int[] decimals = random.ints(1 + random.nextInt(40), 0, LayoutSeries.MAX_DECIMALS + 1)
                .toArray();
        long now = random.nextLong(-BatchCodec.MAX_MAGNITUDE, BatchCodec.MAX_MAGNITUDE + 1);
        var rows = new ArrayList<SampleRow>();
        for (int row = random.nextInt(30); row > 0; row--) {
            rows.add(randomRow(random, decimals));
        }
        long epoch = random.nextLong(SampleBatch.MAX_EPOCH + 1);
        return new Case(new SampleBatch(random.nextInt(Integer.MAX_VALUE), epoch, now, rows), decimals);
    }

    private static SampleRow randomRow(Random random, int[] decimals) {
        var values = new double[decimals.length];
        for (int column = 0; column < values.length; column++) {
            values[column] = random.nextInt(4) == 0 ? Double.NaN : randomValue(random, decimals[column]);
        }
        return new SampleRow(random.nextLong(-BatchCodec.MAX_MAGNITUDE, BatchCodec.MAX_MAGNITUDE + 1), values);
    }

    /** Below 2^50, so that scaling it back by a rounded product still finds the same whole number. */
    private static double randomValue(Random random, int decimals) {
        long scaled = random.nextLong() >> (14 + random.nextInt(50));
        return scaled / Math.pow(10, decimals);
    }

    private static List<SampleRow> rowsOf(DecodedBatch batch) {
        var rows = new ArrayList<SampleRow>();
        for (int row = 0; row < batch.rows(); row++) {
            var values = new double[batch.columns()];
            System.arraycopy(batch.values(), row * batch.columns(), values, 0, values.length);
            rows.add(new SampleRow(batch.at()[row], values));
        }
        return rows;
    }
}
