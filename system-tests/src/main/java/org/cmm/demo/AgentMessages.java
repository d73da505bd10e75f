package org.cmm.demo;

import com.grack.nanojson.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cmm.protocol.Layout;

/** What agents say besides samples, as JSON. */
final class AgentMessages {

    private static final String VERSION = "demo";

    private AgentMessages() {}

    static JsonObject enrolment(DemoMachine machine, long seed, String token) {
        return JsonObject.builder()
                .value("token", token)
                .value("hostName", machine.hostName())
                .value("machineId", "demo-%d-%d".formatted(seed, machine.number()))
                .value("addresses", List.of(machine.address()))
                .value("osFamily", machine.model().family())
                .value("agentVersion", VERSION)
                .done();
    }

    static JsonObject layout(Layout layout) {
        return JsonObject.builder()
                .value(
                        "series",
                        layout.series().stream()
                                .map(series -> JsonObject.builder()
                                        .value("metric", series.metric())
                                        .value("attributes", series.attributes())
                                        .value("decimals", series.decimals())
                                        .done())
                                .toList())
                .done();
    }

    static JsonObject facts(DemoMachine machine, Instant booted) {
        Model model = machine.model();
        return JsonObject.builder()
                .value("hostName", machine.hostName())
                .value("os", model.system())
                .value("osVersion", "")
                .value("cpuModel", model.processor())
                .value("logicalCpus", model.cores())
                .value("memoryBytes", model.memoryBytes())
                .value("agentVersion", VERSION)
                .value("bootTimeMillis", booted.toEpochMilli())
                .value("addresses", List.of(machine.address()))
                .done();
    }

    /** At most as many as CMM takes at a time. */
    static JsonObject events(List<Absences.Told> told, long epoch, Instant now) {
        return JsonObject.builder()
                .value("epoch", epoch)
                .value("nowMillis", now.toEpochMilli())
                .value(
                        "events",
                        told.stream()
                                .map(one -> JsonObject.builder()
                                        .value(
                                                "key",
                                                one.kind() + ":" + one.at().toEpochMilli())
                                        .value("kind", one.kind())
                                        .value("evidence", one.evidence())
                                        .value("atMillis", one.at().toEpochMilli())
                                        .value("detail", one.detail())
                                        .done())
                                .toList())
                .done();
    }

    static JsonObject processes(DemoMachine machine, Instant at) {
        List<String> names = new ArrayList<>(machine.model().processes());
        boolean hot = machine.story() == Story.HOT_PROCESSOR;
        if (hot) {
            names.addFirst("sqlservr.exe");
        }
        List<JsonObject> lines = new ArrayList<>();
        for (int place = 0; place < 5; place++) {
            double share = hot && place == 0 ? 0.61 : 0.06 / (place + 1);
            double memory = (machine.story() == Story.FULL_MEMORY && place == 0 ? 0.55 : 0.11 / (place + 1));
            lines.add(JsonObject.builder()
                    .value("name", names.get(place))
                    .value("pid", 800 + 212 * place)
                    .value("cpu", share)
                    .value("memoryBytes", Math.round(memory * machine.model().memoryBytes()))
                    .done());
        }
        return JsonObject.builder()
                .value("atMillis", at.toEpochMilli())
                .value("byCpu", lines)
                .value("byMemory", lines)
                .done();
    }
}
