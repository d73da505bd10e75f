package org.cmm.core.reliability;

/** When to act before something fails, or that it never pays. */
public sealed interface Optimum {

    /**
     * Act then.
     *
     * @param time the age or period
     * @param rate what that costs for each unit of time
     * @param saving the share of the cost of waiting for failures that it saves
     */
    record At(double time, double rate, double saving) implements Optimum {}

    /** Waiting for the failure is best. */
    record NeverPays(Reason reason) implements Optimum {}

    /** Why waiting for the failure is best. */
    enum Reason {
        /** Failures do not come with age, so what is new fails no less than what is old. */
        HAZARD_DOES_NOT_GROW,
        /** Acting before costs as much as acting after. */
        FAILURE_COSTS_NO_MORE,
        /** Failures come with age, but acting before costs too much for how much. */
        PREVENTION_COSTS_TOO_MUCH
    }
}
