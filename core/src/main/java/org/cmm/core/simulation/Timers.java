package org.cmm.core.simulation;

import java.util.Arrays;

/**
 * One alarm clock for each machine, and which rings first: a tournament of all of them, in which setting one clock
 * replays its matches alone. Of one time, the lower number rings first. Not thread-safe.
 */
final class Timers {

    private final double[] times;

    /** By node of a binary tree whose root is 1: who won there. The leaves begin at {@code size}. */
    private final int[] winners;

    private final int size;

    Timers(int count) {
        size = Math.max(2, Integer.highestOneBit(Math.max(1, count - 1)) * 2);
        times = new double[size];
        Arrays.fill(times, Double.POSITIVE_INFINITY);
        winners = new int[2 * size];
        for (int leaf = 0; leaf < size; leaf++) {
            winners[size + leaf] = leaf;
        }
        for (int node = size - 1; node > 0; node--) {
            winners[node] = winners[2 * node];
        }
    }

    /** Rings then; at an infinite time never. */
    void set(int number, double at) {
        times[number] = at;
        for (int node = (size + number) >>> 1; node > 0; node >>>= 1) {
            int left = winners[2 * node];
            int right = winners[2 * node + 1];
            int winner = times[right] < times[left] ? right : left;
            if (winner == winners[node] && winner != number) {
                return;
            }
            winners[node] = winner;
        }
    }

    /** Who rings first. */
    int first() {
        return winners[1];
    }

    /** When the first one rings; infinite if none does. */
    double soonest() {
        return times[winners[1]];
    }
}
