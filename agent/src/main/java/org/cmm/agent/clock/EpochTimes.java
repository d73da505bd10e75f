package org.cmm.agent.clock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clock of each epoch would show now, so that the server can place its samples by its own clock.
 *
 * <p>Of an epoch of this boot that is known from elapsed time. Of an older one it is not: if its samples end before the
 * next epoch begins, it is taken for the same clock as that one; if they do not, the wall clock went back in between,
 * and they are placed so that the last of them comes {@link #STEP_MILLIS} before the next epoch. Either way the order
 * of time is kept.
 */
public final class EpochTimes {
    /** How long before the next epoch the samples of a lost clock end. */
    static final long STEP_MILLIS = 1_000;

    private EpochTimes() {}

    /**
     * The present time of each epoch, by its name.
     *
     * @param stretches oldest first
     * @param now of this boot
     */
    public static Map<Long, Long> at(Moment now, List<Stretch> stretches) {
        var times = new HashMap<Long, Long>();
        long nextTime = now.wallMillis();
        long nextBegan = now.wallMillis();
        for (int i = stretches.size() - 1; i >= 0; i--) {
            Stretch stretch = stretches.get(i);
            long time = stretch.anchor().sameBoot(now)
                    ? stretch.anchor().timeAt(now)
                    : timeBefore(stretch.lastMillis(), nextBegan, nextTime);
            times.put(stretch.anchor().epoch(), time);
            nextTime = time;
            nextBegan = stretch.anchor().began().wallMillis();
        }
        return times;
    }

    private static long timeBefore(long lastMillis, long nextBegan, long nextTime) {
        return lastMillis <= nextBegan ? nextTime : nextTime + lastMillis - nextBegan + STEP_MILLIS;
    }
}
