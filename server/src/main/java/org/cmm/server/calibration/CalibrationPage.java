package org.cmm.server.calibration;

import java.util.List;
import org.cmm.server.simulation.Starts.Start;
import org.jspecify.annotations.Nullable;

/**
 * The page of laws, as its template knows it.
 *
 * @param span how many machines were watched when; empty without one
 * @param unexplained a sentence; empty where every outage has a cause
 * @param nothing why there is nothing to learn from; empty where there is
 * @param starts what an experiment can be made of
 */
record CalibrationPage(
        CalibrationQuery query,
        String span,
        boolean madeUp,
        String unexplained,
        String nothing,
        List<Choice> sites,
        List<Choice> kinds,
        List<Card> cards,
        boolean usable,
        List<Start> starts) {

    /** Something to choose. */
    record Choice(String value, String text, boolean current) {}

    /**
     * A trouble.
     *
     * @param ageing whether it comes with age; empty where nobody can say
     */
    record Card(String name, String ageing, List<LawCard> laws) {}

    /**
     * A law, or why there is none.
     *
     * @param refusal empty where there is a law
     * @param rows its parameters and its mean
     * @param ticks times below the plot
     */
    record LawCard(
            String title,
            String counted,
            String refusal,
            String law,
            List<Row> rows,
            String fit,
            boolean doubted,
            @Nullable LawPlot plot,
            List<String> ticks) {}

    /** A figure with its interval, which may be empty. */
    record Row(String name, String value, String interval) {}
}
