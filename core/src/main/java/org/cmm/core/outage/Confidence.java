package org.cmm.core.outage;

/** How far a {@link Verdict} is to be believed. */
public enum Confidence {
    /** Nothing speaks for it alone; it is the best guess. */
    POSSIBLE(1),
    /** Evidence speaks for it, and would also fit something rarer. */
    LIKELY(3),
    /** The evidence fits nothing else. */
    CERTAIN(5);

    private final int votes;

    Confidence(int votes) {
        this.votes = votes;
    }

    /** What it counts where several verdicts make one. */
    int votes() {
        return votes;
    }
}
