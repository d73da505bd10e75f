package org.cmm.core.history;

import java.util.Arrays;

/**
 * Values as whole numbers: exact decimals as {@code (base + step × number) / 10^decimals}, other values as their bits
 * without the zeros at whose end all of them have.
 *
 * @param decimals 0 to {@value #MOST_DECIMALS}, or {@link #BITS}
 * @param base the least of all, or 0 with {@link #BITS}
 * @param step what the distances between all of them have in common, 0 when they are the same; with {@link #BITS} how
 *     many low zero bits
 * @param numbers never negative, unless they are bits
 */
@SuppressWarnings("ArrayRecordComponent") // one owner at a time, and never compared
record WholeNumbers(int decimals, long base, long step, long[] numbers) {

    static final int MOST_DECIMALS = 9;
    static final int BITS = 15;

    private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    private static final double MOST = 0x1p53;

    /** @param values at least one, none of them NaN */
    static WholeNumbers of(double[] values) {
        long[] numbers = new long[values.length];
        int decimals = decimals(values);
        if (decimals > MOST_DECIMALS || !scale(values, decimals, numbers)) {
            return bits(values, numbers);
        }
        long base = Arrays.stream(numbers).min().orElseThrow();
        long step = step(numbers, base);
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] -= base;
        }
        if (step > 1) {
            for (int index = 0; index < numbers.length; index++) {
                numbers[index] /= step;
            }
        }
        return new WholeNumbers(decimals, base, step, numbers);
    }

    /** The fewest that suffice for every value, or more than {@link #MOST_DECIMALS}. */
    private static int decimals(double[] values) {
        int decimals = 0;
        for (double value : values) {
            while (!isExact(value, POWERS_OF_TEN[decimals])) {
                if (++decimals > MOST_DECIMALS) {
                    return decimals;
                }
            }
        }
        return decimals;
    }

    /** Compares bits, since a zero may have a sign. */
    private static boolean isExact(double value, double power) {
        double number = Math.rint(value * power);
        return Double.doubleToRawLongBits((long) number / power) == Double.doubleToRawLongBits(value);
    }

    /** Whether all of them are small enough. */
    private static boolean scale(double[] values, int decimals, long[] numbers) {
        double power = POWERS_OF_TEN[decimals];
        for (int index = 0; index < values.length; index++) {
            double number = Math.rint(values[index] * power);
            if (!(Math.abs(number) < MOST) || !isExact(values[index], power)) {
                return false;
            }
            numbers[index] = (long) number;
        }
        return true;
    }

    private static long step(long[] numbers, long base) {
        long step = 0;
        for (long number : numbers) {
            long distance = number - base;
            if (step == 0) {
                step = distance;
            } else if (distance % step != 0) {
                step = greatestCommonDivisor(step, distance % step);
            }
            if (step == 1) {
                return 1;
            }
        }
        return step;
    }

    private static long greatestCommonDivisor(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static WholeNumbers bits(double[] values, long[] numbers) {
        long any = 0;
        for (int index = 0; index < values.length; index++) {
            numbers[index] = Double.doubleToRawLongBits(values[index]);
            any |= numbers[index];
        }
        int zeros = any == 0 ? 0 : Long.numberOfTrailingZeros(any);
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] >>>= zeros;
        }
        return new WholeNumbers(BITS, 0, zeros, numbers);
    }

    boolean areBits() {
        return decimals == BITS;
    }

    /** Whether base and decimals say all. */
    boolean isConstant() {
        return step == 0 && !areBits();
    }

    double constant() {
        return base / POWERS_OF_TEN[decimals];
    }

    WholeNumbers with(long[] others) {
        return new WholeNumbers(decimals, base, step, others);
    }

    /** All but decimals and numbers. */
    void writeTo(BitWriter bits) {
        if (!areBits()) {
            bits.writeVarint(Prediction.zigzag(base));
        }
        bits.writeVarint(step);
    }

    /** Without numbers. */
    static WholeNumbers readFrom(BitReader bits, int decimals) {
        if (decimals > MOST_DECIMALS && decimals != BITS) {
            throw new MalformedColumn(decimals + " decimals");
        }
        long base = decimals == BITS ? 0 : Prediction.unzigzag(bits.readVarint());
        return new WholeNumbers(decimals, base, bits.readVarint(), new long[0]);
    }

    /** Writes them to the beginning of {@code values}. */
    void toValues(double[] values) {
        if (areBits()) {
            for (int index = 0; index < numbers.length; index++) {
                values[index] = Double.longBitsToDouble(numbers[index] << (int) step);
            }
            return;
        }
        double power = POWERS_OF_TEN[decimals];
        for (int index = 0; index < numbers.length; index++) {
            values[index] = (base + step * numbers[index]) / power;
        }
    }
}
