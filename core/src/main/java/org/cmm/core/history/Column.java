package org.cmm.core.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

    /** Below so many bits a value there is not much to gain by frequent residuals. */
    private static final int WORTH_A_LOOK_BITS = 4;

    /** From here on frequent residuals do not make up for having no prediction. */
    private static final double NOT_TOO_FAR = 1.5;

    private static final double WORTH_THE_TIME = 0.97;

    private static final int PART = 1_024;
    private static final int WINDOW = 64;

    private static final List<Prediction> FOR_DECIMALS = List.of(Prediction.NONE, Prediction.SAME, Prediction.STEADY);
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
        Optional<Residuals> residuals = whole.isConstant() ? Optional.empty() : Optional.of(residuals(whole));
        int prediction =
                residuals.map(Residuals::prediction).orElse(Prediction.NONE).ordinal();
        int absent = presence.isWhole() ? 0 : SOME_ABSENT;
        bits.write(whole.decimals() | prediction << PREDICTION_SHIFT | absent, Byte.SIZE);
        if (!presence.isWhole()) {
            presence.writeTo(bits);
        }
        whole.writeTo(bits);
        residuals.ifPresent(them -> them.writeTo(bits));
    }

    /** Ways to write compete on a part of the numbers, since trying takes as long as writing. */
    private static Residuals residuals(WholeNumbers whole) {
        long[] numbers = whole.numbers();
        long[] part = numbers.length < 2 * PART ? numbers : part(numbers);
        Residuals best = best(whole.areBits() ? FOR_BITS : FOR_DECIMALS, part, (double) part.length / numbers.length);
        if (part.length == numbers.length) {
            return best;
        }
        Residuals all = Residuals.of(best.prediction(), numbers);
        return best.hasFrequent() ? shorter(all, all.withFrequent(1)) : all;
    }

    /** @param share of all numbers that this part is */
    private static Residuals best(List<Prediction> predictions, long[] part, double share) {
        List<Residuals> plain = predictions.stream()
                .map(prediction -> Residuals.of(prediction, part))
                .toList();
        Residuals none = plain.getFirst();
        Residuals best = plain.stream().reduce(none, Column::shorter);
        if (best.bits() < WORTH_A_LOOK_BITS * part.length) {
            return best;
        }
        Residuals often = best.withFrequent(share);
        if (none.prediction() != best.prediction() && none.bits() < NOT_TOO_FAR * best.bits()) {
            often = shorter(often, none.withFrequent(share));
        }
        return often.bits() < WORTH_THE_TIME * best.bits() ? often : best;
    }

    private static Residuals shorter(Residuals one, Residuals other) {
        return other.bits() < one.bits() ? other : one;
    }

    /** Windows at even distances. */
    private static long[] part(long[] numbers) {
        long[] part = new long[PART];
        for (int from = 0; from < PART; from += WINDOW) {
            int there = (int) ((long) from * (numbers.length - WINDOW) / (PART - WINDOW));
            System.arraycopy(numbers, there, part, from, WINDOW);
        }
        return part;
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
        Prediction prediction = Prediction.at(head >>> PREDICTION_SHIFT & PREDICTION_MASK);
        WholeNumbers whole = WholeNumbers.readFrom(bits, head & DECIMALS_MASK);
        if (whole.isConstant()) {
            Arrays.fill(values, 0, presence.present(), whole.constant());
            return;
        }
        long[] numbers = Residuals.read(bits, presence.present());
        prediction.toNumbers(numbers, numbers.length);
        whole.with(numbers).toValues(values);
    }
}
