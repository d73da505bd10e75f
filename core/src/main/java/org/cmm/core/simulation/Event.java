package org.cmm.core.simulation;

/** Something that will happen. */
@FunctionalInterface
interface Event {

    /**
     * Happens.
     *
     * @param at hours since the start
     */
    void happen(double at);
}
