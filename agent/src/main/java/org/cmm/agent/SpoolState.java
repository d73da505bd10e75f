package org.cmm.agent;

import java.io.IOException;
import org.cmm.agent.journal.Journal;

/** Tells people when samples are lost and when no more are, once each. Not thread-safe. */
final class SpoolState {
    private final Journal journal;
    private long dropped;
    private boolean dropping;
    private long lostNow;
    private long lostInAll;

    /**
     * Nothing has happened yet.
     *
     * @param droppedBefore what is no news any more
     */
    SpoolState(Journal journal, long droppedBefore) {
        this.journal = journal;
        this.dropped = droppedBefore;
    }

    /** How many samples could not be written in this run. */
    long lostInAll() {
        return lostInAll;
    }

    /**
     * A sample is on disk.
     *
     * @param droppedSoFar how many older ones had to make room, over the life of the spool
     */
    void kept(long droppedSoFar) {
        if (lostNow > 0) {
            journal.say("the spool can be written again, %d sample(s) were lost".formatted(lostNow));
            lostNow = 0;
        }
        boolean nowDropping = droppedSoFar > dropped;
        if (nowDropping && !dropping) {
            journal.say("the spool is full: the oldest samples make room, %d so far".formatted(droppedSoFar));
            dropping = true;
        }
        dropped = droppedSoFar;
    }

    /** The spool is empty again: the next drop is news. */
    void drained() {
        if (dropping) {
            journal.say("the spool has room again, %d samples made room".formatted(dropped));
            dropping = false;
        }
    }

    void lost(IOException why) {
        lostInAll++;
        if (lostNow++ == 0) {
            journal.say("the spool cannot be written (%s): samples are being lost, make room on the disk"
                    .formatted(why.getMessage()));
        }
    }
}
