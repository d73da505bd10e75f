package org.cmm.demo;

import com.grack.nanojson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.Layout;
import org.cmm.protocol.MachineEvents;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;

/** The agent of one made-up machine; it speaks as a real one does. */
final class DemoAgent {

    private static final Duration SLOW = Duration.ofHours(3).plusMinutes(12).plusSeconds(7);
    private static final Duration SAID_BEFORE_SILENCE = Duration.ofSeconds(20);
    private static final Duration LINE_CUT_AFTER = Duration.ofMinutes(1);
    private static final Duration LINE_BACK_AFTER = Duration.ofMinutes(9);
    private static final int ROWS = 4_000;

    private final CmmApi api;
    private final DemoMachine machine;
    private final Readings readings;
    private final Absences absences;
    private final Instant start;
    private final Layout layout;
    private final long epoch;
    private final Duration slow;
    private final String secret;
    private final int layoutNumber;
    private Instant delivered;

    private DemoAgent(CmmApi api, DemoMachine machine, long seed, Instant start, String secret) {
        this.api = api;
        this.machine = machine;
        this.readings = new Readings(machine, seed, start);
        this.absences = new Absences(machine, seed, start);
        this.start = start;
        this.layout = readings.layout();
        this.epoch = Noise.hash(seed, machine.number(), start.getEpochSecond()) & SampleBatch.MAX_EPOCH;
        this.slow = machine.story() == Story.WRONG_CLOCK ? SLOW : Duration.ZERO;
        this.secret = secret;
        this.layoutNumber = api.post(Endpoints.LAYOUTS, secret, AgentMessages.layout(layout))
                .expected("layout of " + machine.code())
                .getInt("layout");
        this.delivered = start;
    }

    /** Joins, or joins again after a restart of the demo. */
    static DemoAgent enrol(CmmApi api, Administrator administrator, DemoMachine machine, long seed, Instant start) {
        JsonObject reply = api.post(
                        Endpoints.ENROLMENT,
                        "",
                        AgentMessages.enrolment(machine, seed, administrator.enrolmentToken(machine.site())))
                .expected("enrolment of " + machine.code());
        administrator.describe(reply.getString("serverId"), machine);
        DemoAgent agent = new DemoAgent(api, machine, seed, start, reply.getString("secret"));
        Instant booted = agent.readings.bootedBefore(start);
        api.put(Endpoints.FACTS, agent.secret, AgentMessages.facts(machine, booted.minus(agent.slow)))
                .expected("facts of " + machine.code());
        return agent;
    }

    DemoMachine machine() {
        return machine;
    }

    /** Delivers the past from {@code from} on, a row a minute, the last two hours every ten seconds. */
    void deliverPast(Instant from) {
        Instant dense = start.minus(Duration.ofHours(2));
        deliver(from, dense, Duration.ofMinutes(1));
        deliver(from.isAfter(dense) ? from : dense, start, Duration.ofSeconds(10));
        tellEvents(from);
    }

    private void tellEvents(Instant from) {
        List<Absences.Told> told = absences.since(from, start).stream()
                .flatMap(absence -> absences.told(absence).stream())
                .map(one ->
                        new Absences.Told(one.kind(), one.evidence(), one.at().minus(slow), one.detail()))
                .toList();
        for (int at = 0; at < told.size(); at += MachineEvents.MOST) {
            List<Absences.Told> some = told.subList(at, Math.min(told.size(), at + MachineEvents.MOST));
            api.post(
                            Endpoints.EVENTS,
                            secret,
                            AgentMessages.events(some, epoch, Instant.now().minus(slow)))
                    .expected("events of " + machine.code());
        }
    }

    /** Delivers what has been measured since the last delivery; a refused delivery is tried again with the next. */
    void deliverUntil(Instant now) {
        if (isAway(now)) {
            return;
        }
        if (deliver(delivered, now, Duration.ofSeconds(10))) {
            delivered = now;
        }
    }

    private boolean isAway(Instant now) {
        return switch (machine.story()) {
            case SILENT -> now.isAfter(start.plus(SAID_BEFORE_SILENCE));
            case LINE_CUT -> now.isAfter(start.plus(LINE_CUT_AFTER)) && now.isBefore(start.plus(LINE_BACK_AFTER));
            default -> false;
        };
    }

    void tellProcesses(Instant now) {
        if (isAway(now)) {
            return;
        }
        api.put(Endpoints.PROCESSES, secret, AgentMessages.processes(machine, now.minus(slow)));
    }

    private boolean deliver(Instant from, Instant to, Duration interval) {
        long step = interval.toMillis();
        List<SampleRow> rows = new ArrayList<>();
        boolean accepted = true;
        for (long at = (from.toEpochMilli() / step + 1) * step; at <= to.toEpochMilli(); at += step) {
            Optional<double[]> values = readings.at(Instant.ofEpochMilli(at));
            if (values.isPresent()) {
                rows.add(new SampleRow(at - slow.toMillis(), values.get()));
            }
            if (rows.size() == ROWS) {
                accepted &= send(rows);
                rows.clear();
            }
        }
        return accepted & (rows.isEmpty() || send(rows));
    }

    private boolean send(List<SampleRow> rows) {
        long now = Instant.now().minus(slow).toEpochMilli();
        SampleBatch batch = new SampleBatch(layoutNumber, epoch, now, rows);
        return api.postBytes(
                        Endpoints.SAMPLES,
                        secret,
                        Endpoints.SAMPLES_CONTENT_TYPE,
                        gzip(BatchCodec.encode(batch, layout.decimals())))
                .ok();
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
