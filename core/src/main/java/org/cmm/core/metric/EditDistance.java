package org.cmm.core.metric;

/**
 * How many single-letter insertions, deletions and replacements lead from one word to another.
 *
 * <p>Cost: time grows with the product of the lengths, memory with the second word. Source: R. Wagner and M. Fischer,
 * The String-to-String Correction Problem, 1974.
 */
public final class EditDistance {

    private EditDistance() {}

    public static int between(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            above = nextRow(above, row, from.charAt(row - 1), to);
        }
        return above[to.length()];
    }

    private static int[] nextRow(int[] above, int row, char letter, String to) {
        int[] current = new int[above.length];
        current[0] = row;
        for (int column = 1; column < above.length; column++) {
            int replaced = above[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            int insertedOrDeleted = Math.min(current[column - 1], above[column]) + 1;
            current[column] = Math.min(replaced, insertedOrDeleted);
        }
        return current;
    }
}
