package org.cmm.core.history;

import java.util.Arrays;

/**
 * A code word for each symbol, the shorter the more often it comes (D. A. Huffman, <i>A method for the construction of
 * minimum-redundancy codes</i>, 1952), none longer than {@value #LONGEST} bits. Words are canonical: by length and
 * symbol, so the lengths say all.
 */
final class PrefixCode {

    static final int LONGEST = 12;

    private static final int NIBBLE = 4;
    private static final int MOST_SKIPPED = 16;
    private static final int LENGTH_MASK = 15;

    private final int[] lengths;

    private PrefixCode(int[] lengths) {
        this.lengths = lengths;
    }

    /** @param counts how often each symbol comes; at least one does */
    static PrefixCode of(int[] counts) {
        long[] leaves = new long[counts.length];
        int used = 0;
        for (int symbol = 0; symbol < counts.length; symbol++) {
            if (counts[symbol] > 0) {
                leaves[used++] = (long) counts[symbol] << Byte.SIZE | symbol;
            }
        }
        leaves = Arrays.copyOf(leaves, used);
        Arrays.sort(leaves);
        int[] depths = shortened(depths(leaves));
        int[] lengths = new int[counts.length];
        for (int leaf = 0; leaf < used; leaf++) {
            lengths[symbol(leaves[leaf])] = depths[leaf];
        }
        return new PrefixCode(lengths);
    }

    /**
     * How deep each leaf lies in a tree that joins the two rarest again and again; leaves come from rare to frequent.
     */
    private static int[] depths(long[] leaves) {
        int count = leaves.length;
        if (count == 1) {
            return new int[] {1};
        }
        int[] parents = new int[2 * count - 1];
        long[] weights = new long[count - 1];
        int leaf = 0;
        int joined = 0;
        for (int made = 0; made < count - 1; made++) {
            for (int side = 0; side < 2; side++) {
                if (leaf < count && (joined == made || weight(leaves[leaf]) <= weights[joined])) {
                    parents[leaf] = count + made;
                    weights[made] += weight(leaves[leaf++]);
                } else {
                    parents[count + joined] = count + made;
                    weights[made] += weights[joined++];
                }
            }
        }
        int[] depths = new int[2 * count - 1];
        for (int node = 2 * count - 3; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
        }
        return Arrays.copyOf(depths, count);
    }

    /** Cuts what is too deep and pays for it with the rarest of those that are not. */
    private static int[] shortened(int[] depths) {
        int room = 1 << LONGEST;
        for (int leaf = 0; leaf < depths.length; leaf++) {
            depths[leaf] = Math.min(depths[leaf], LONGEST);
            room -= 1 << (LONGEST - depths[leaf]);
        }
        for (int leaf = 0; room < 0; leaf = (leaf + 1) % depths.length) {
            if (depths[leaf] < LONGEST) {
                depths[leaf]++;
                room += 1 << (LONGEST - depths[leaf]);
            }
        }
        return depths;
    }

    private static long weight(long leaf) {
        return leaf >>> Byte.SIZE;
    }

    private static int symbol(long leaf) {
        return (int) (leaf & 0xFF);
    }

    void writeTo(BitWriter bits) {
        int count = lengths.length;
        while (lengths[count - 1] == 0) {
            count--;
        }
        bits.write(count, Byte.SIZE);
        int symbol = 0;
        while (symbol < count) {
            bits.write(lengths[symbol], NIBBLE);
            if (lengths[symbol++] == 0) {
                int first = symbol;
                while (lengths[symbol] == 0 && symbol - first < MOST_SKIPPED - 1) {
                    symbol++;
                }
                bits.write(symbol - first, NIBBLE);
            }
        }
    }

    /** @throws MalformedColumn when there is no such code */
    static PrefixCode readFrom(BitReader bits, int most) {
        int count = (int) bits.read(Byte.SIZE);
        if (count == 0 || count > most) {
            throw new MalformedColumn("a code of " + count + " symbols");
        }
        int[] lengths = new int[count];
        int symbol = 0;
        while (symbol < count) {
            int length = (int) bits.read(NIBBLE);
            if (length > LONGEST) {
                throw new MalformedColumn("a code word of " + length + " bits");
            }
            lengths[symbol++] = length;
            if (length == 0) {
                symbol += (int) bits.read(NIBBLE);
            }
        }
        return new PrefixCode(lengths);
    }

    /** The code word of each symbol, in as many low bits as {@link #length} says. */
    int[] words() {
        int[] times = new int[LONGEST + 1];
        for (int length : lengths) {
            times[length]++;
        }
        int[] next = new int[LONGEST + 1];
        for (int length = 2; length <= LONGEST; length++) {
            next[length] = (next[length - 1] + times[length - 1]) << 1;
        }
        int[] words = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            if (lengths[symbol] > 0) {
                words[symbol] = next[lengths[symbol]]++;
            }
        }
        return words;
    }

    int length(int symbol) {
        return lengths[symbol];
    }

    int longest() {
        return Arrays.stream(lengths).max().orElse(0);
    }

    /**
     * What begins with each pattern of {@link #longest} bits, to be read by {@link #symbolOf} and {@link #lengthOf};
     * zero where nothing does.
     *
     * @throws MalformedColumn when there are no words, or more than patterns
     */
    short[] table() {
        int width = longest();
        if (width == 0) {
            throw new MalformedColumn("a code without words");
        }
        short[] table = new short[1 << width];
        int[] words = words();
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                int from = words[symbol] << (width - length);
                int to = from + (1 << (width - length));
                if (to > table.length) {
                    throw new MalformedColumn("a code with more words than there can be");
                }
                Arrays.fill(table, from, to, (short) (symbol << NIBBLE | length));
            }
        }
        return table;
    }

    static int symbolOf(int entry) {
        return entry >>> NIBBLE;
    }

    static int lengthOf(int entry) {
        return entry & LENGTH_MASK;
    }
}
