package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Adds up the five minutes of every server while its samples pass, so that nobody has to read them back. */
@Singleton
class OpenRollups implements SampleListener {

    /** Finished intervals of one server that wait in memory; what is beyond is read from disk instead. */
    private static final int MOST_WAITING = 20_000;

    private final ConcurrentHashMap<Integer, OpenRollup> byServer = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final SamplingIntervals intervals;
    private final InstantSource clock;

    OpenRollups(SamplingIntervals intervals, InstantSource clock) {
        this.intervals = intervals;
        this.clock = clock;
    }

    @Override
    public void stored(SampleRows rows) {
        OpenRollup open = of(rows.server());
        int before = open.waiting();
        open.add(rows, clock.millis());
        int added = Math.max(0, open.waiting() - before);
        if (waiting.addAndGet(added) > MOST_WAITING) {
            open.forget();
        }
    }

    private OpenRollup of(int server) {
        return byServer.computeIfAbsent(server, id -> new OpenRollup(intervals.steps(id)));
    }

    /** What came after the newest roll-up of these servers is looked for on disk. */
    void catchUp(Collection<Integer> servers) {
        intervals.catchUp();
        servers.forEach(server -> of(server).catchUp());
    }

    /** What is over at {@code now}, in milliseconds since 1970, for every server that has something. */
    List<OpenRollup.Work> take(long now) {
        waiting.set(0);
        return byServer.entrySet().stream()
                .map(entry -> entry.getValue().take(entry.getKey(), now))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Whether the newest sample of a server is from then, and came after {@code since}, in milliseconds since 1970. */
    boolean isWithin(int server, long from, long to, long since) {
        OpenRollup known = byServer.get(server);
        return known != null && known.isWithin(from, to, since);
    }

    /** Finished intervals that wait for {@link #take}, roughly. */
    int waiting() {
        return waiting.get();
    }

    /** The newest sample of a server on disk, in milliseconds since 1970. */
    void begin(int server, long newestOnDisk) {
        of(server).begin(newestOnDisk);
    }

    /** An interval that is not over and was not seen entirely. */
    void later(int server, long start) {
        of(server).later(start);
    }

    void putBack(OpenRollup.Work work) {
        of(work.server()).putBack(work);
    }

    void forget(Collection<Integer> servers) {
        byServer.keySet().removeAll(servers);
    }
}
