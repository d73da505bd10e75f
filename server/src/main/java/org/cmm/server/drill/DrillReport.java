package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cmm.protocol.DrillFault;
import org.cmm.server.access.Language;
import org.cmm.server.drill.DrillAxis.Bar;
import org.cmm.server.drill.DrillAxis.Plot;
import org.cmm.server.drill.DrillSteps.Step;
import org.cmm.server.drill.DrillSteps.What;
import org.jspecify.annotations.Nullable;

/** Tells what became of one drill, in the words of one language. */
@Singleton
class DrillReport {

    private static final int TICKS = 4;

    private final DrillBoard board;
    private final DrillRecords records;
    private final InstantSource clock;

    DrillReport(DrillBoard board, DrillRecords records, InstantSource clock) {
        this.board = board;
        this.records = records;
        this.clock = clock;
    }

    /**
     * A line of what happened.
     *
     * @param after how long after the order
     */
    record Line(String at, String after, String kind, String text) {}

    /**
     * A delay.
     *
     * @param kind ok when it is what was to be expected, warning when not, empty while that is open
     */
    record DelayLine(String name, String measured, String expected, String kind) {}

    /** A lane of the axis. */
    record Lane(String name, List<Bar> bars) {}

    /** Where the threshold and the ends of its scale lie, in words. */
    record Scale(String name, String lowest, String highest, String raise) {}

    /**
     * A drill's page.
     *
     * @param ticks times below the axis, evenly apart
     * @param plot null where the drill moves no series
     * @param incident number; empty when there is none
     */
    record View(
            DrillBoard.Row row,
            List<Lane> lanes,
            @Nullable Plot plot,
            Scale scale,
            List<String> ticks,
            List<Line> lines,
            List<DelayLine> delays,
            String basis,
            String incident) {

        /** Another one when the page looks different. */
        public String digest() {
            return Integer.toHexString(hashCode());
        }
    }

    View of(Drill drill, Language language) {
        Instant now = clock.instant();
        DrillRecord kept = records.of(drill);
        DrillWords words = DrillWords.of(language, board.zone(drill));
        DrillSentences sentences = new DrillSentences(kept, words, language);
        DrillAxis axis = new DrillAxis(kept);
        DrillMessages messages = words.messages();
        Optional<Plot> plot = axis.plot();
        return new View(
                board.row(drill, language, now),
                List.of(
                        new Lane(messages.laneOrder(), axis.order()),
                        new Lane(
                                drill.fault() == DrillFault.DOWNTIME ? messages.laneSilence() : messages.laneStress(),
                                axis.stress()),
                        new Lane(messages.laneAlert(), axis.alerts()),
                        new Lane(messages.laneIncident(), axis.incident()),
                        new Lane(messages.laneNotice(), axis.notice())),
                plot.orElse(null),
                plot.map(sentences::scale).orElse(new Scale("", "", "", "")),
                ticks(kept, words),
                DrillSteps.of(kept).stream()
                        .map(step -> line(step, kept, words, sentences))
                        .toList(),
                new DrillDelays(kept).all().stream().map(sentences::delay).toList(),
                sentences.basis(),
                kept.incident().map(known -> Long.toString(known.id())).orElse(""));
    }

    private static List<String> ticks(DrillRecord kept, DrillWords words) {
        Duration part = Duration.between(kept.from(), kept.to()).dividedBy(TICKS);
        return IntStream.rangeClosed(0, TICKS)
                .mapToObj(tick -> words.clock(kept.from().plus(part.multipliedBy(tick))))
                .toList();
    }

    private static Line line(Step step, DrillRecord kept, DrillWords words, DrillSentences sentences) {
        Duration after = Duration.between(kept.drill().life().orderedAt(), step.at());
        return new Line(
                words.clock(step.at()),
                step.what() == What.ORDERED ? "" : words.messages().after(words.length(after)),
                kind(step.what()),
                sentences.step(step));
    }

    private static String kind(What what) {
        return switch (what) {
            case ORDERED, OPENED, TOLD -> "info";
            case STARTED, ENDED -> "planned";
            case CROSSED, ABORTED, REFUSED -> "warning";
            case RAISED -> "critical";
            case BACK, CLEARED, RECOVERED -> "ok";
        };
    }
}
