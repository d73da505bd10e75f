package org.cmm.agent;

import java.io.IOException;
import org.cmm.agent.journal.Journal;

/** Tells people when samples are lost and when no more are, once each. Not thread-safe. */
final class SpoolState {
    private final Journal journal;
    private long dropped;
    private boolean dropping;
    private long lost;

    SpoolState(Journal journal) {
        this.journal = journal;
    }

    /**
     * A sample is on disk.
     *
     * @param droppedSoFar how many older ones had to make room, over the whole run
     */
    void kept(long droppedSoFar) {
        if (lost > 0) {
            journal.say("the spool can be written again, %d sample(s) were lost".formatted(lost));
            lost = 0;
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
        if (lost++ == 0) {
            journal.say("the spool cannot be written (%s): samples are being lost, make room on the disk"
                    .formatted(why.getMessage()));
        }
    }
}
