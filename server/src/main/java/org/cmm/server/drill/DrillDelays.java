package org.cmm.server.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.drill.Expected;
import org.cmm.core.drill.Expected.Pace;

/** How long things took in a drill, beside how long they should take. */
record DrillDelays(DrillRecord kept) {

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
        return new Pace(kept.sampling(), kept.delivery());
    }

    private Optional<Duration> measured(Between between) {
        return switch (between) {
            case STRESS_AND_ALERT -> kept.milestones().stressToAlert();
            case ALERT_AND_NOTICE -> kept.milestones().alertToNotice();
            case END_AND_CLEAR -> kept.milestones().endToClear();
            case END_AND_RECOVERY -> kept.milestones().endToRecovery();
        };
    }

    private Optional<Expected> expected(Between between) {
        if (kept.silence().isPresent()) {
            return Optional.of(
                    switch (between) {
                        case STRESS_AND_ALERT -> Expected.silence(kept.silence().get(), pace());
                        case ALERT_AND_NOTICE -> Expected.noticeOfSilence();
                        case END_AND_CLEAR, END_AND_RECOVERY -> Expected.clearOfSilence();
                    });
        }
        return kept.guard().map(guard -> switch (between) {
            case STRESS_AND_ALERT ->
                Expected.alert(kept.milestones().stressToThreshold().orElse(Duration.ZERO), guard.raiseAfter(), pace());
            case ALERT_AND_NOTICE -> Expected.notice(pace());
            case END_AND_CLEAR, END_AND_RECOVERY ->
                Expected.clear(kept.milestones().endToBack().orElse(Duration.ZERO), guard.clearAfter(), pace());
        });
    }
}
