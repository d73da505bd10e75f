package org.cmm.agent.link;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.EnrolmentReply;
import org.cmm.protocol.EnrolmentRequest;
import org.cmm.protocol.Facts;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutReply;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEvents;
import org.cmm.protocol.ProcessLine;
import org.cmm.protocol.ProcessSnapshot;
import org.cmm.protocol.Refusal;
import org.cmm.protocol.SamplesReply;
import org.jspecify.annotations.Nullable;

/** The protocol's records as JSON. What cannot be read as the expected record is empty. */
public final class Messages {
    private Messages() {}

    public static Content write(EnrolmentRequest request) {
        return json(JsonObject.builder()
                .value("token", request.token())
                .value("hostName", request.hostName())
                .value("machineId", request.machineId())
                .value("hardwareId", request.hardwareId())
                .value("addresses", request.addresses())
                .value("osFamily", request.osFamily())
                .value("agentVersion", request.agentVersion())
                .done());
    }

    public static Content write(Layout layout) {
        return json(JsonObject.builder()
                .value("series", layout.series().stream().map(Messages::series).toList())
                .done());
    }

    /** What is not told is left out, so that older servers see nothing new. */
    public static Content write(Facts facts) {
        var json = JsonObject.builder()
                .value("hostName", facts.hostName())
                .value("os", facts.os())
                .value("osVersion", facts.osVersion())
                .value("cpuModel", facts.cpuModel())
                .value("logicalCpus", facts.logicalCpus())
                .value("memoryBytes", facts.memoryBytes())
                .value("agentVersion", facts.agentVersion())
                .value("bootTimeMillis", facts.bootTimeMillis())
                .value("addresses", facts.addresses())
                .value("deliverySeconds", facts.deliverySeconds());
        if (facts.samplingMillis() != null) {
            json = json.value("samplingMillis", facts.samplingMillis());
        }
        DrillConsent consent = facts.drills();
        return json((consent == null ? json : json.value("drills", consent(consent))).done());
    }

    public static Content write(ProcessSnapshot snapshot) {
        return json(JsonObject.builder()
                .value("atMillis", snapshot.atMillis())
                .value("byCpu", lines(snapshot.byCpu()))
                .value("byMemory", lines(snapshot.byMemory()))
                .done());
    }

    public static Content write(MachineEvents events) {
        return json(JsonObject.builder()
                .value("epoch", events.epoch())
                .value("nowMillis", events.nowMillis())
                .value("events", events.events().stream().map(Messages::event).toList())
                .done());
    }

    public static Optional<EnrolmentReply> readEnrolment(String json) {
        return read(json, object -> new EnrolmentReply(text(object, "serverId"), text(object, "secret")));
    }

    public static Optional<LayoutReply> readLayout(String json) {
        return read(json, object -> new LayoutReply(object.getNumber("layout").intValue()));
    }

    public static Optional<SamplesReply> readSamples(String json) {
        return read(
                json,
                object -> new SamplesReply(
                        object.getInt("accepted"),
                        refusals(object),
                        object.getBoolean("newEpoch", false),
                        drill(object.getObject("drill")).orElse(null)));
    }

    public static Optional<DrillOrder> readDrill(String json) {
        return read(json, Messages::drill).flatMap(order -> order);
    }

    /** What a problem by RFC 9457 says: its detail, else its title. */
    public static String problemWords(String json) {
        return read(json, object -> object.getString("detail", object.getString("title", "")))
                .orElse("");
    }

    /** The {@code type} of a problem by RFC 9457, or an empty text. */
    public static String problemType(String json) {
        return read(json, object -> object.getString("type", "")).orElse("");
    }

    /** An order in words that this agent does not know is none. */
    private static Optional<DrillOrder> drill(@Nullable JsonObject order) {
        if (order == null || order.getString("key", "").length() > DrillOrder.LONGEST_KEY) {
            return Optional.empty();
        }
        return DrillFault.of(order.getString("fault", ""))
                .map(fault ->
                        DrillOrder.of(text(order, "key"), fault, order.getInt("seconds"), order.getInt("percent")));
    }

    private static JsonObject consent(DrillConsent consent) {
        return JsonObject.builder()
                .value("faults", consent.faults())
                .value("seconds", consent.seconds())
                .value("percent", consent.percent())
                .value("volume", consent.volume())
                .done();
    }

    private static List<Refusal> refusals(JsonObject reply) {
        return reply.getArray("refused", new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(refusal -> new Refusal(refusal.getInt("row"), refusal.getString("reason", "")))
                .toList();
    }

    private static JsonObject series(LayoutSeries series) {
        return JsonObject.builder()
                .value("metric", series.metric())
                .value("attributes", series.attributes())
                .value("decimals", series.decimals())
                .done();
    }

    private static JsonObject event(MachineEvent event) {
        return JsonObject.builder()
                .value("key", event.key())
                .value("kind", event.kind().word())
                .value("evidence", event.evidence().word())
                .value("atMillis", event.atMillis())
                .value("sinceMillis", event.sinceMillis())
                .value("detail", event.detail())
                .done();
    }

    private static List<JsonObject> lines(List<ProcessLine> lines) {
        return lines.stream()
                .map(line -> JsonObject.builder()
                        .value("name", line.name())
                        .value("pid", line.pid())
                        .value("cpu", line.cpu())
                        .value("memoryBytes", line.memoryBytes())
                        .done())
                .toList();
    }

    private static Content json(JsonObject object) {
        return Content.json(JsonWriter.string(object));
    }

    private static String text(JsonObject object, String key) {
        String text = object.getString(key, "");
        if (text.isEmpty()) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    private static <T> Optional<T> read(String json, Function<JsonObject, T> reading) {
        try {
            return Optional.ofNullable(reading.apply(JsonParser.object().from(json)));
        } catch (JsonParserException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }
}
