package org.cmm.core.simulation;

/** One piece of a technician's work on one machine. */
interface Task {

    Machine machine();

    /**
     * Begins.
     *
     * @return hours of work that it takes; nothing when there is no need for it any more
     */
    double begin(double at);

    /** What the work leads to; called once, when it is done. */
    void end(double at);
}
