package org.cmm.core.history;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One column as bits, from the highest of each byte on:
 *
 * <ol>
 *   <li>a varint of its values; nothing follows when there are none;
 *   <li>a byte: decimals (or {@value WholeNumbers#BITS} for bits of doubles) + 16 × the place of the {@link Prediction}
 *       + 128 if some are absent;
 *   <li>if some are absent: {@link Presence}; nothing follows when all are;
 *   <li>for decimals: varints of the zigzag of the base and of the step; nothing follows when that is 0. For bits: a
 *       varint of how many low ones are zero;
 *   <li>the {@link Residuals}.
 * </ol>
 */
final class Column {

    private static final int PREDICTION_SHIFT = 4;
    private static final int PREDICTION_MASK = 7;
    private static final int DECIMALS_MASK = 15;
    private static final int SOME_ABSENT = 0x80;

    private static final List<Prediction> FOR_DECIMALS =
            List.of(Prediction.NONE, Prediction.SAME, Prediction.STEADY, Prediction.MEAN);
    private static final List<Prediction> FOR_BITS = List.of(Prediction.NONE, Prediction.SAME_BITS);

    private Column() {}

    static byte[] encode(double[] values) {
        BitWriter bits = new BitWriter(values.length + 2 * Long.BYTES);
        bits.writeVarint(values.length);
        if (values.length == 0) {
            return bits.toBytes();
        }
        Presence presence = Presence.of(values);
        if (presence.present() == 0) {
            bits.write(SOME_ABSENT, Byte.SIZE);
            presence.writeTo(bits);
            return bits.toBytes();
        }
        writeNumbers(WholeNumbers.of(presence.withoutAbsent(values)), presence, bits);
        return bits.toBytes();
    }

    private static void writeNumbers(WholeNumbers whole, Presence presence, BitWriter bits) {
        boolean constant = !whole.areBits() && whole.step() == 0;
        Attempt best = constant ? new Attempt(Prediction.NONE, new long[0], new int[0]) : best(whole);
        int absent = presence.isWhole() ? 0 : SOME_ABSENT;
        bits.write(whole.decimals() | best.prediction.ordinal() << PREDICTION_SHIFT | absent, Byte.SIZE);
        if (!presence.isWhole()) {
            presence.writeTo(bits);
        }
        if (!whole.areBits()) {
            bits.writeVarint(Prediction.zigzag(whole.base()));
        }
        bits.writeVarint(whole.step());
        if (!constant) {
            Residuals.write(best.residuals, whole.numbers().length, best.histogram, bits);
        }
    }

    private static Attempt best(WholeNumbers whole) {
        return (whole.areBits() ? FOR_BITS : FOR_DECIMALS)
                .stream()
                        .map(prediction -> Attempt.of(prediction, whole.numbers()))
                        .min(Comparator.comparingDouble(Attempt::bits))
                        .orElseThrow();
    }

    @SuppressWarnings("ArrayRecordComponent") // lives for one choice
    private record Attempt(Prediction prediction, long[] residuals, int[] histogram) {

        static Attempt of(Prediction prediction, long[] numbers) {
            long[] residuals = new long[numbers.length];
            prediction.toResiduals(numbers, residuals, numbers.length);
            return new Attempt(prediction, residuals, Residuals.histogram(residuals, residuals.length));
        }

        double bits() {
            return Residuals.bits(histogram);
        }
    }

    /**
     * @param most values that may come
     * @throws MalformedColumn when {@link #encode} did not write these bits
     */
    static double[] decode(BitReader bits, int most) {
        long count = bits.readVarint();
        if (count < 0 || count > most) {
            throw new MalformedColumn("more values than there can be");
        }
        double[] values = new double[(int) count];
        if (count == 0) {
            return values;
        }
        int head = (int) bits.read(Byte.SIZE);
        Presence presence = head < SOME_ABSENT ? Presence.whole(values.length) : Presence.readFrom(bits, values.length);
        if (presence.present() > 0) {
            readNumbers(head, presence, bits, values);
        }
        presence.spread(values);
        return values;
    }

    private static void readNumbers(int head, Presence presence, BitReader bits, double[] values) {
        int decimals = head & DECIMALS_MASK;
        boolean areBits = decimals == WholeNumbers.BITS;
        if (decimals > WholeNumbers.MOST_DECIMALS && !areBits) {
            throw new MalformedColumn(decimals + " decimals");
        }
        long base = areBits ? 0 : Prediction.unzigzag(bits.readVarint());
        long step = bits.readVarint();
        if (step == 0 && !areBits) {
            Arrays.fill(values, 0, presence.present(), WholeNumbers.value(base, decimals));
            return;
        }
        long[] numbers = new long[presence.present()];
        Residuals.read(bits, numbers, numbers.length);
        Prediction.at(head >>> PREDICTION_SHIFT & PREDICTION_MASK).toNumbers(numbers, numbers.length);
        new WholeNumbers(decimals, base, step, numbers).toValues(values);
    }
}
