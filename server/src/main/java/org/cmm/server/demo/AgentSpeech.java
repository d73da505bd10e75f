package org.cmm.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.core.demo.DemoMachine;
import org.cmm.core.demo.Model;
import org.cmm.core.demo.Readings;
import org.cmm.core.demo.Story;
import org.cmm.core.demo.Told;
import org.cmm.protocol.EnrolmentRequest;
import org.cmm.protocol.Facts;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.ProcessLine;
import org.cmm.protocol.ProcessSnapshot;
import org.jspecify.annotations.Nullable;

/** What agents of made-up machines say besides samples. */
final class AgentSpeech {

    private static final String VERSION = "demo";

    private AgentSpeech() {}

    static EnrolmentRequest enrolment(DemoMachine machine, long seed, String token) {
        return new EnrolmentRequest(
                token,
                machine.hostName(),
                "demo-%d-%d".formatted(seed, machine.number()),
                null,
                List.of(machine.address()),
                machine.model().family(),
                VERSION);
    }

    static Layout layout(Readings readings) {
        return new Layout(readings.columns().stream()
                .map(column -> new LayoutSeries(
                        column.series().metric(), column.series().attributes(), column.decimals()))
                .toList());
    }

    static Facts facts(DemoMachine machine, Instant booted) {
        Model model = machine.model();
        return new Facts(
                machine.hostName(),
                model.system(),
                "",
                model.processor(),
                model.cores(),
                model.memoryBytes(),
                VERSION,
                booted.toEpochMilli(),
                List.of(machine.address()),
                null,
                null,
                null);
    }

    /** Events in the words in which they travel. */
    record Events(long epoch, long nowMillis, List<Event> events) {}

    record Event(
            String key,
            String kind,
            String evidence,
            long atMillis,
            @Nullable Long sinceMillis,
            String detail) {}

    /** @param slow by how much the machine's clock is behind */
    static Event event(Told told, Duration slow) {
        return new Event(
                told.kind() + ":" + told.at().toEpochMilli(),
                told.kind(),
                told.evidence(),
                told.at().minus(slow).toEpochMilli(),
                told.since().map(since -> since.minus(slow).toEpochMilli()).orElse(null),
                told.detail());
    }

    static ProcessSnapshot processes(DemoMachine machine, boolean hot, Instant at) {
        List<String> names = new ArrayList<>(machine.model().processes());
        if (hot) {
            names.addFirst("sqlservr.exe");
        }
        List<ProcessLine> lines = IntStream.range(0, 5)
                .mapToObj(place -> new ProcessLine(
                        names.get(place),
                        800 + 212 * place,
                        hot && place == 0 ? 0.61 : 0.06 / (place + 1),
                        Math.round(memory(machine, place) * machine.model().memoryBytes())))
                .toList();
        return new ProcessSnapshot(at.toEpochMilli(), lines, lines);
    }

    private static double memory(DemoMachine machine, int place) {
        return machine.story() == Story.FULL_MEMORY && place == 0 ? 0.55 : 0.11 / (place + 1);
    }
}
