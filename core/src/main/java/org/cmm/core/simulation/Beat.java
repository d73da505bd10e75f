package org.cmm.core.simulation;

/**
 * Something that an agent does at even distances.
 *
 * @param period hours from one time to the next
 * @param offset hours from the start to the first
 */
record Beat(double period, double offset) {

    /** Of an agent that is somewhere in each of its cycles, 0 to 1. */
    static Beat of(double period, double phase) {
        return new Beat(period, phase * period);
    }

    /** The time that is so many times later than the first; earlier if the number is below 0. */
    double time(long turn) {
        return offset + turn * period;
    }

    /** The first turn that is not before. */
    long next(double at) {
        return (long) Math.ceil((at - offset) / period);
    }

    /** The last turn that is not after. */
    long last(double at) {
        return (long) Math.floor((at - offset) / period);
    }
}
