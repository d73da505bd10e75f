package org.cmm.server.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cmm.core.drill.Expected;
import org.cmm.protocol.DrillFault;
import org.cmm.server.access.Language;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.PastAlerts.PastAlert;
import org.cmm.server.drill.DrillAxis.Plot;
import org.cmm.server.drill.DrillDelays.Delay;
import org.cmm.server.drill.DrillReport.DelayLine;
import org.cmm.server.drill.DrillReport.Scale;
import org.cmm.server.drill.DrillSteps.Step;
import org.cmm.server.notify.FirstTold.Told;

/** What came of a drill, in sentences of one language. */
record DrillSentences(DrillRecord kept, DrillWords words, Language language) {

    private DrillMessages messages() {
        return words.messages();
    }

    String step(Step step) {
        Drill drill = kept.drill();
        boolean downtime = drill.fault() == DrillFault.DOWNTIME;
        return switch (step.what()) {
            case ORDERED -> messages().stepOrdered(drill.orderedBy());
            case REFUSED -> messages().stepRefused(words.reason(drill.outcome()));
            case STARTED -> downtime ? messages().stepSilent() : messages().stepStarted();
            case CROSSED -> messages().stepCrossed(percent(kept.guard().map(guard -> guard.raiseAt())));
            case RAISED -> messages().stepRaised(kept.main().map(this::alert).orElse(""));
            case OPENED ->
                messages()
                        .stepOpened(kept.incident()
                                .map(known -> Long.toString(known.id()))
                                .orElse(""));
            case TOLD -> kept.told().map(this::told).orElse("");
            case ABORTED -> messages().stepAborted(drill.takenBackBy());
            case ENDED ->
                downtime
                        ? messages().stepHeard(words.reason(drill.outcome()))
                        : messages().stepEnded(words.reason(drill.outcome()));
            case BACK -> messages().stepBack(percent(kept.guard().map(guard -> guard.clearBelow())));
            case CLEARED -> messages().stepCleared();
            case RECOVERED -> messages().stepRecovered();
        };
    }

    Scale scale(Plot plot) {
        return new Scale(
                Measure.name(metric(kept.series()), language) + part(),
                words.figures().percent(plot.lowest()),
                words.figures().percent(plot.highest()),
                kept.guard()
                        .map(guard -> messages().threshold(words.figures().percent(guard.raiseAt())))
                        .orElse(""));
    }

    DelayLine delay(Delay delay) {
        String measured = delay.measured().map(words::length).orElseGet(() -> missing(delay));
        String expected = delay.expected().map(this::range).orElseGet(messages()::noRule);
        String kind = delay.measured()
                .flatMap(time -> delay.expected().map(range -> range.holds(time) ? "ok" : "warning"))
                .orElse("");
        return new DelayLine(name(delay), measured, expected, kind);
    }

    private String missing(Delay delay) {
        boolean untold = delay.between() == DrillDelays.Between.ALERT_AND_NOTICE
                && kept.incident().isPresent()
                && kept.drill().life().endedAt().isPresent();
        return untold ? messages().nobodyTold() : messages().notMeasured();
    }

    /** What the expectations are made of. */
    String basis() {
        String pace = kept.silence().isPresent()
                ? ""
                : messages().basis(words.length(kept.sampling()), words.length(kept.delivery()));
        String ramp = kept.milestones()
                .stressToThreshold()
                .map(words::length)
                .map(messages()::basisRamp)
                .orElse("");
        String rule = kept.guard()
                .map(guard -> messages().basisHold(words.length(guard.raiseAfter()), words.length(guard.clearAfter())))
                .or(() -> kept.silence().map(after -> messages().basisSilence(words.length(after))))
                .orElse("");
        String others = kept.others().isEmpty()
                ? ""
                : messages()
                        .others(kept.others().stream()
                                .map(this::alert)
                                .distinct()
                                .collect(Collectors.joining(", ")));
        return String.join(" ", List.of(rule, pace, ramp, others))
                .replaceAll(" +", " ")
                .strip();
    }

    private String name(Delay delay) {
        return switch (delay.between()) {
            case STRESS_AND_ALERT -> messages().stressAndAlert();
            case ALERT_AND_NOTICE -> messages().alertAndNotice();
            case END_AND_CLEAR -> messages().endAndClear();
            case END_AND_RECOVERY -> messages().endAndRecovery();
        };
    }

    private String range(Expected expected) {
        return expected.least().equals(Duration.ZERO)
                ? messages().atMost(words.length(expected.most()))
                : messages().fromTo(words.length(expected.least()), words.length(expected.most()));
    }

    private String told(Told told) {
        String notices = words.figures().count(told.notices());
        return told.taken() == null
                ? messages().stepWritten(notices)
                : messages().stepTold(notices);
    }

    private String alert(PastAlert alert) {
        return alert.isSilence() ? messages().silence() : Measure.name(metric(alert.subject()), language);
    }

    private String part() {
        return kept.drill().volume().isEmpty() ? "" : " " + kept.drill().volume();
    }

    private String percent(Optional<Double> ratio) {
        return ratio.map(words.figures()::percent).orElse("");
    }

    private static String metric(String series) {
        return series.split("\\{", 2)[0];
    }
}
