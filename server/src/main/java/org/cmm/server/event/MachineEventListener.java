package org.cmm.server.event;

/** Is told of machine events once they are on disk. */
public interface MachineEventListener {

    /** Must be quick and never wait: an agent waits for its answer. */
    void told(int server);
}
