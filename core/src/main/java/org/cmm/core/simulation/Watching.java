package org.cmm.core.simulation;

/** How monitoring comes to know what happens to machines. */
interface Watching {

    /** Begins to watch a machine, at the start. */
    void watch(Machine machine);

    /** A fault has begun that monitoring is to see. */
    void began(Fault fault, double at);

    /** A machine has failed and falls silent. */
    void failed(Fault fault, double at);

    /** It was mended and speaks again. */
    void recovered(Machine machine, double at);
}
