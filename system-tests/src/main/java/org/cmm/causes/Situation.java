package org.cmm.causes;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Evidence;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Judge;
import org.cmm.core.outage.Part;
import org.cmm.core.outage.Verdict;

/**
 * A silence whose cause is known.
 *
 * @param minutes how many belong to which cause; empty where that is not asked
 */
record Situation(String what, Gap gap, Evidence evidence, Cause right, Map<Cause, Long> minutes) {

    Situation {
        minutes = Map.copyOf(minutes);
    }

    Verdict verdict() {
        return Judge.judge(gap, evidence);
    }

    boolean isJudgedRight() {
        return verdict().cause() == right && (minutes.isEmpty() || minutes.equals(minutesOf(verdict())));
    }

    /** What was said where that was wrong. */
    String said() {
        Verdict verdict = verdict();
        return "%s: said %s (%s) %s, right is %s %s %s"
                .formatted(
                        what,
                        verdict.cause(),
                        verdict.confidence(),
                        minutesOf(verdict),
                        right,
                        minutes,
                        verdict.facts());
    }

    private static Map<Cause, Long> minutesOf(Verdict verdict) {
        Map<Cause, Duration> lost = new EnumMap<>(Cause.class);
        for (Part part : verdict.parts()) {
            lost.merge(part.cause(), part.span().length(), Duration::plus);
        }
        Map<Cause, Long> minutes = new EnumMap<>(Cause.class);
        lost.forEach((cause, time) -> minutes.put(cause, time.toMinutes()));
        return minutes;
    }
}
