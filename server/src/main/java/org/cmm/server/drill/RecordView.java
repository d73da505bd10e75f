package org.cmm.server.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cmm.core.drill.Expected;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of a drill, for programs.
 *
 * @param series what the drill moves; empty for downtime
 * @param threshold of the rule that should notice; left out without one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DrillRecord")
record RecordView(
        int drill,
        String series,
        @Nullable Double threshold,
        @Nullable Double clearBelow,
        List<StepView> steps,
        List<DelayView> delays,
        List<ReadingView> readings) {

    /**
     * Something that happened.
     *
     * @param what ordered, refused, started, crossed, raised, opened, told, aborted, ended, back, cleared or recovered
     */
    @Schema(name = "DrillStep")
    record StepView(String what, Instant at) {}

    /**
     * A delay in seconds.
     *
     * @param between stress-and-alert, alert-and-notice, end-and-clear or end-and-recovery
     * @param measured left out while one of the two has not happened
     * @param least of what the rule's holds lead one to expect; left out without a rule
     */
    @Schema(name = "DrillDelay")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DelayView(
            String between,
            @Nullable Double measured,
            @Nullable Double least,
            @Nullable Double most) {}

    /** A reading of the series. */
    @Schema(name = "DrillReading")
    record ReadingView(Instant at, double value) {}

    static RecordView of(DrillRecord kept) {
        return new RecordView(
                kept.drill().id(),
                kept.series(),
                kept.guard().map(guard -> guard.raiseAt()).orElse(null),
                kept.guard().map(guard -> guard.clearBelow()).orElse(null),
                DrillSteps.of(kept).stream()
                        .map(step -> new StepView(step.what().word(), step.at()))
                        .toList(),
                new DrillDelays(kept).all().stream().map(RecordView::delay).toList(),
                kept.readings().stream()
                        .map(reading -> new ReadingView(reading.at(), reading.value()))
                        .toList());
    }

    private static DelayView delay(DrillDelays.Delay delay) {
        return new DelayView(
                delay.between().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                delay.measured().map(RecordView::seconds).orElse(null),
                delay.expected().map(Expected::least).map(RecordView::seconds).orElse(null),
                delay.expected().map(Expected::most).map(RecordView::seconds).orElse(null));
    }

    private static Double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }
}
