package org.cmm.trial;

import java.util.List;
import java.util.stream.IntStream;

/** Where samples are missing among those that were taken at even distances. */
final class Gaps {

    private Gaps() {}

    /** From a sample to the next one, in seconds since 1970. */
    record Gap(long from, long to) {

        boolean overlaps(Gap other) {
            return from <= other.to && other.from <= to;
        }
    }

    /** Those in which at least one sample is missing; a clock that was corrected by less than a second makes none. */
    static List<Gap> longerThan(int interval, List<Long> times) {
        return IntStream.range(1, times.size())
                .mapToObj(next -> new Gap(times.get(next - 1), times.get(next)))
                .filter(gap -> gap.to() - gap.from() > interval + 1)
                .toList();
    }
}
