package org.cmm.server.calibration;

import java.util.List;
import org.cmm.core.calibration.Finding;
import org.cmm.core.outage.Span;
import org.cmm.core.statistics.Fitting;

/**
 * What the records of a time say.
 *
 * @param span the time, from when a machine was first watched in it
 * @param machines that were watched in it
 * @param madeUp whether they are the demo's
 * @param unexplained how many outages began in it whose cause nobody knows
 */
record Calibration(Span span, int machines, boolean madeUp, int unexplained, List<Laws> laws) {

    Calibration {
        laws = List.copyOf(laws);
    }

    /**
     * Of one trouble.
     *
     * @param units how many machines or sites were watched
     * @param between hours in operation from one to the next
     * @param length hours that it lasts
     */
    record Laws(Trouble trouble, int units, Finding between, Finding length) {

        boolean isFitted() {
            return between.fitting() instanceof Fitting.Fitted;
        }
    }

    boolean isFitted() {
        return laws.stream().anyMatch(Laws::isFitted);
    }
}
