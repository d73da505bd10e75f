package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.cmm.server.event.MachineEventListener;
import org.cmm.server.history.SampleListener;
import org.cmm.server.history.SampleRows;

/**
 * Servers of which something came that may tell why they were silent. All that happens here is on the way of samples,
 * so it is a look at their times and a note in a map; the work is done by the {@link OutageLoop}.
 */
@Singleton
class News implements SampleListener, MachineEventListener {

    /** Samples that are farther apart may have a gap between them; whether it is one is found out later. */
    private static final long SUSPICIOUS_MILLIS = 60_000;

    /** What the process before this one stored last may not have been looked at. */
    private static final long BEFORE_START_MILLIS = 1_800_000;

    private final InstantSource clock;
    private final ConcurrentHashMap<Integer, Long> newest = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Integer, Note> notes = new ConcurrentHashMap<>();

    News(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * What is new about a server.
     *
     * @param oldest from when on samples are to be searched for gaps
     * @param noted when the last of it came
     * @param first whether this process had heard nothing of the server before
     */
    record Note(Instant oldest, Instant newest, Instant noted, boolean first) {

        /** The same, searched from then on at the latest. */
        Note since(Instant time) {
            return new Note(time.isBefore(oldest) ? time : oldest, newest, noted, first);
        }

        private Note and(Note later) {
            return new Note(
                    oldest.isBefore(later.oldest) ? oldest : later.oldest,
                    newest.isAfter(later.newest) ? newest : later.newest,
                    later.noted,
                    first || later.first);
        }
    }

    @Override
    public void stored(SampleRows rows) {
        if (rows.count() == 0) {
            return;
        }
        long before = newest.getOrDefault(rows.server(), Long.MIN_VALUE);
        boolean first = before == Long.MIN_VALUE;
        long last = first ? rows.at()[0] - BEFORE_START_MILLIS : before;
        long oldest = last;
        long highest = before;
        boolean suspicious = first;
        for (long at : rows.at()) {
            suspicious |= at < last || at - last > SUSPICIOUS_MILLIS;
            oldest = Math.min(oldest, at);
            highest = Math.max(highest, at);
            last = at;
        }
        newest.put(rows.server(), highest);
        if (suspicious) {
            note(
                    rows.server(),
                    new Note(Instant.ofEpochMilli(oldest), Instant.ofEpochMilli(highest), clock.instant(), first));
        }
    }

    /** Events make no gap, they tell of one: there are no samples to be searched. */
    @Override
    public void told(int server) {
        Instant now = clock.instant();
        note(server, new Note(now, now, now, false));
    }

    private void note(int server, Note note) {
        notes.merge(server, note, Note::and);
    }

    /** What is new and has not been taken yet. */
    Map<Integer, Note> look() {
        return Map.copyOf(notes);
    }

    /** As if nothing had ever been heard of the server. */
    void forget(int server) {
        newest.remove(server);
        notes.remove(server);
    }

    /** It is taken, unless more came meanwhile. */
    void taken(int server, Note note) {
        notes.remove(server, note);
    }
}
