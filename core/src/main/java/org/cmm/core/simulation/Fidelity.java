package org.cmm.core.simulation;

/** How monitoring is simulated. */
public enum Fidelity {
    /** By the delays that follow from its rules; the same results for what climbs evenly or falls silent. */
    DELAYS,
    /** By samples that CMM's own alert evaluator and incident rules judge, one by one: slow, and real. */
    SAMPLES
}
