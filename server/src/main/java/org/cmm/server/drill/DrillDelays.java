package org.cmm.server.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.drill.Expected;
import org.cmm.core.drill.Expected.Pace;

/** How long things took in a drill, beside how long they should take. */
record DrillDelays(Trace trace) {

    /** Between which two things. */
    enum Between {
        STRESS_AND_ALERT,
        ALERT_AND_NOTICE,
        END_AND_CLEAR,
        END_AND_RECOVERY
    }

    /** A delay; measured once both have happened, expected where a rule is in force. */
    record Delay(Between between, Optional<Duration> measured, Optional<Expected> expected) {}

    List<Delay> all() {
        return Stream.of(Between.values())
                .map(between -> new Delay(between, measured(between), expected(between)))
                .toList();
    }

    Pace pace() {
        return new Pace(trace.sampling(), trace.delivery());
    }

    private Optional<Duration> measured(Between between) {
        return switch (between) {
            case STRESS_AND_ALERT -> trace.milestones().stressToAlert();
            case ALERT_AND_NOTICE -> trace.milestones().alertToNotice();
            case END_AND_CLEAR -> trace.milestones().endToClear();
            case END_AND_RECOVERY -> trace.milestones().endToRecovery();
        };
    }

    private Optional<Expected> expected(Between between) {
        if (trace.silence().isPresent()) {
            return Optional.of(
                    switch (between) {
                        case STRESS_AND_ALERT ->
                            Expected.silence(trace.silence().get(), pace());
                        case ALERT_AND_NOTICE -> Expected.noticeOfSilence();
                        case END_AND_CLEAR, END_AND_RECOVERY -> Expected.clearOfSilence();
                    });
        }
        return trace.guard().map(guard -> switch (between) {
            case STRESS_AND_ALERT ->
                Expected.alert(
                        trace.milestones().stressToThreshold().orElse(Duration.ZERO), guard.raiseAfter(), pace());
            case ALERT_AND_NOTICE -> Expected.notice(pace());
            case END_AND_CLEAR, END_AND_RECOVERY ->
                Expected.clear(trace.milestones().endToBack().orElse(Duration.ZERO), guard.clearAfter(), pace());
        });
    }
}
