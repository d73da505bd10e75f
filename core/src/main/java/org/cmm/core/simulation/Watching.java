package org.cmm.core.simulation;

/** How monitoring comes to know what happens to machines. */
interface Watching {

    /** A fault has begun that monitoring could see. */
    void began(Fault fault, double at);

    /** A machine has failed and falls silent. */
    void failed(Fault fault, double at);

    /** Of a machine at the start. */
    void watch(Machine machine);
}
