package org.cmm.server.history;

/**
 * Is told of samples once they are on disk. Calls for one server come one after another and in the order in which its
 * rows were stored; calls for several servers may come at the same time.
 */
public interface SampleListener {

    /** Must be quick and never wait: the next commit waits for it. */
    void stored(SampleRows rows);
}
