package org.cmm.server.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * The demo fleet as the database has it.
 *
 * @param start until when its past reaches
 * @param alive whether its agents go on delivering
 */
record DemoRow(Stage stage, int machines, Duration history, long seed, Instant start, boolean alive, String addedBy) {

    /** What becomes of it. */
    enum Stage {
        FILLING,
        THERE,
        REMOVING
    }

    Instant oldest() {
        return start.minus(history);
    }
}
