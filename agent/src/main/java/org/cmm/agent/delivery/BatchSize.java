package org.cmm.agent.delivery;

/** How many rows to send at once: halved when the server refuses a batch, doubled when it takes one. */
final class BatchSize {
    static final int MOST = 2_000;

    private int rows = MOST;

    int rows() {
        return rows;
    }

    void refused(int sent) {
        rows = Math.max(1, Math.min(rows, sent) / 2);
    }

    void taken() {
        rows = Math.min(MOST, rows * 2);
    }
}
