package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads any span of a server's samples in slices of some thousand rows. Between two slices no connection is held: who
 * fetches them over a slow line takes hours, and retention must not wait that long for a table to be free.
 */
@Singleton
class RawSlices {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int FEW = 500;
    private static final int MANY = 4_000;

    private final StoredSamples samples;

    RawSlices(StoredSamples samples) {
        this.samples = samples;
    }

    /** Takes what was read, in order of time. */
    interface Sink {
        void take(List<SampleRows> rows) throws IOException;
    }

    /** From {@code from} until just before {@code to}. */
    void each(int server, Instant from, Instant to, Sink sink) throws IOException {
        Instant first = samples.times().firstOfEach(Set.of(server)).getOrDefault(server, to);
        Instant begin = first.isAfter(from) ? first : from;
        Duration length = Duration.ofHours(1);
        while (begin.isBefore(to)) {
            Instant end = begin.plus(length).isBefore(to) ? begin.plus(length) : to;
            List<SampleRows> rows = new ArrayList<>();
            samples.eachBetween(server, begin, end.minusNanos(1_000), rows::add);
            if (!rows.isEmpty()) {
                sink.take(rows);
            }
            length = next(length, rows.size());
            begin = end;
        }
    }

    static Duration next(Duration length, int rows) {
        if (rows < FEW) {
            Duration doubled = length.multipliedBy(2);
            return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        }
        Duration halved = length.dividedBy(2);
        return rows > MANY && halved.compareTo(SHORTEST) > 0 ? halved : length;
    }
}
