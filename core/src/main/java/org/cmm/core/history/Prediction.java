package org.cmm.core.history;

/** What the next whole number is expected to be; what is stored is the residual, a number that is never negative. */
enum Prediction {
    /** Nothing is expected: the number itself, which must not be negative. */
    NONE {
        @Override
        void toResiduals(long[] numbers, long[] residuals, int count) {
            System.arraycopy(numbers, 0, residuals, 0, count);
        }

        @Override
        void toNumbers(long[] residuals, int count) {}
    },

    /** The one before. */
    SAME {
        @Override
        void toResiduals(long[] numbers, long[] residuals, int count) {
            long last = 0;
            for (int index = 0; index < count; index++) {
                residuals[index] = zigzag(numbers[index] - last);
                last = numbers[index];
            }
        }

        @Override
        void toNumbers(long[] residuals, int count) {
            long last = 0;
            for (int index = 0; index < count; index++) {
                last += unzigzag(residuals[index]);
                residuals[index] = last;
            }
        }
    },

    /** As far from the one before as that was from the one before it. */
    STEADY {
        @Override
        void toResiduals(long[] numbers, long[] residuals, int count) {
            residuals[0] = zigzag(numbers[0]);
            long last = numbers[0];
            long slope = 0;
            for (int index = 1; index < count; index++) {
                long next = numbers[index] - last;
                residuals[index] = zigzag(next - slope);
                slope = next;
                last = numbers[index];
            }
        }

        @Override
        void toNumbers(long[] residuals, int count) {
            long last = unzigzag(residuals[0]);
            residuals[0] = last;
            long slope = 0;
            for (int index = 1; index < count; index++) {
                slope += unzigzag(residuals[index]);
                last += slope;
                residuals[index] = last;
            }
        }
    },

    /** The bits of the one before; the residual has those that differ. */
    SAME_BITS {
        @Override
        void toResiduals(long[] numbers, long[] residuals, int count) {
            long last = 0;
            for (int index = 0; index < count; index++) {
                residuals[index] = numbers[index] ^ last;
                last = numbers[index];
            }
        }

        @Override
        void toNumbers(long[] residuals, int count) {
            long last = 0;
            for (int index = 0; index < count; index++) {
                last ^= residuals[index];
                residuals[index] = last;
            }
        }
    };

    private static final Prediction[] ALL = values();

    /** Writes {@code count} residuals, at least one; both arrays may be longer. */
    abstract void toResiduals(long[] numbers, long[] residuals, int count);

    /** Puts the numbers in the place of their residuals. */
    abstract void toNumbers(long[] residuals, int count);

    /** @throws MalformedColumn when there is none */
    static Prediction at(int place) {
        if (place >= ALL.length) {
            throw new MalformedColumn("prediction " + place);
        }
        return ALL[place];
    }

    /** Both signs without a sign: 0, -1, 1, -2, … as 0, 1, 2, 3, … */
    static long zigzag(long number) {
        return number << 1 ^ number >> 63;
    }

    static long unzigzag(long residual) {
        return residual >>> 1 ^ -(residual & 1);
    }
}
