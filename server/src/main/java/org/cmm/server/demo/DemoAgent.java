package org.cmm.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.demo.Absence;
import org.cmm.core.demo.Absences;
import org.cmm.core.demo.DemoFleet;
import org.cmm.core.demo.DemoMachine;
import org.cmm.core.demo.Readings;
import org.cmm.core.demo.Story;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutReply;
import org.cmm.protocol.MachineEvents;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;
import org.cmm.server.history.Clearing.Announced;

/** The agent of one made-up machine; it speaks as a real one does. One thread at a time uses it. */
final class DemoAgent {

    /** What was measured longer ago was measured less often, as agents in saver mode do. */
    private static final Duration DENSE = Duration.ofHours(2);

    private static final Duration OFTEN = Duration.ofSeconds(10);
    private static final Duration RARELY = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofHours(3).plusMinutes(12).plusSeconds(7);
    private static final int ROWS = 4_000;

    private final OwnIntake intake;
    private final Member member;
    private final Readings readings;
    private final Absences absences;
    private final Layout layout;
    private final int layoutNumber;
    private final long epoch;
    private final Duration slow;
    private Instant delivered;
    private boolean away;

    /** A machine that has joined, with its secret. */
    record Member(DemoMachine machine, int server, String secret) {}

    private DemoAgent(OwnIntake intake, Member member, DemoRow demo, Instant delivered) throws InterruptedException {
        this.intake = intake;
        this.member = member;
        this.absences = new Absences(member.machine(), demo.seed(), demo.start());
        this.readings = new Readings(member.machine(), demo.seed(), demo.start(), absences);
        this.layout = AgentSpeech.layout(readings);
        this.epoch = (demo.start().toEpochMilli() * 31 + member.machine().number()) & SampleBatch.MAX_EPOCH;
        this.slow = member.machine().story() == Story.WRONG_CLOCK ? SLOW : Duration.ZERO;
        this.delivered = delivered;
        this.layoutNumber = intake.post(Endpoints.LAYOUTS, member.secret(), layout, LayoutReply.class)
                .layout();
    }

    /**
     * Announces what the machine is and what it measures.
     *
     * @param delivered up to when it has delivered before
     */
    static DemoAgent introduce(OwnIntake intake, Member member, DemoRow demo, Instant delivered)
            throws InterruptedException {
        DemoAgent agent = new DemoAgent(intake, member, demo, delivered);
        Instant booted = agent.absences.runningSince(demo.start());
        intake.put(Endpoints.FACTS, member.secret(), AgentSpeech.facts(member.machine(), booted.minus(agent.slow)));
        return agent;
    }

    /** What the machines of a demo fleet announce, each once. */
    static List<Announced> layouts(DemoRow demo) {
        return DemoFleet.of(demo.machines(), demo.seed()).stream()
                .collect(Collectors.toMap(DemoMachine::model, machine -> machine, (one, same) -> one))
                .values()
                .stream()
                .map(machine -> new Readings(
                        machine, demo.seed(), demo.start(), new Absences(machine, demo.seed(), demo.start())))
                .map(readings -> new Announced(
                        readings.columns().stream().map(Readings.Column::series).toList(),
                        AgentSpeech.layout(readings).decimals()))
                .toList();
    }

    Member member() {
        return member;
    }

    /** When nobody heard of it, wholly or in part between the two, oldest first. */
    List<Absence> absences(Instant from, Instant to) {
        return absences.overlapping(from, to);
    }

    boolean isAway(Instant now) {
        return absences.at(now).isPresent();
    }

    /** Delivers everything up to then at once, as an agent does whose line was away, unless the machine is away. */
    void deliverUntil(Instant now) throws InterruptedException {
        away = isAway(now);
        if (away) {
            return;
        }
        Instant dense = now.minus(DENSE);
        if (delivered.isBefore(dense)) {
            deliverPast(dense);
        }
        deliver(delivered, now, OFTEN);
        tellEvents(delivered, now);
        delivered = now;
    }

    /** Delivers what was measured longer ago, though it may be away at that time: somebody has come back since. */
    void deliverPast(Instant until) throws InterruptedException {
        deliver(delivered, until, RARELY);
        tellEvents(delivered, until);
        delivered = until;
    }

    void tellProcesses(Instant now) throws InterruptedException {
        if (!away) {
            intake.put(
                    Endpoints.PROCESSES,
                    member.secret(),
                    AgentSpeech.processes(member.machine(), readings.isHot(now), now.minus(slow)));
        }
    }

    private void tellEvents(Instant from, Instant to) throws InterruptedException {
        List<AgentSpeech.Event> told = Stream.concat(
                        absences.endedWithin(from, to).stream().flatMap(absence -> absences.told(absence).stream()),
                        absences.toldBefore(from, to).stream())
                .map(one -> AgentSpeech.event(one, slow))
                .toList();
        for (int at = 0; at < told.size(); at += MachineEvents.MOST) {
            intake.post(
                    Endpoints.EVENTS,
                    member.secret(),
                    new AgentSpeech.Events(
                            epoch, ownClock(), told.subList(at, Math.min(told.size(), at + MachineEvents.MOST))));
        }
    }

    private void deliver(Instant from, Instant to, Duration interval) throws InterruptedException {
        long step = interval.toMillis();
        List<SampleRow> rows = new ArrayList<>();
        for (long at = (from.toEpochMilli() / step + 1) * step; at <= to.toEpochMilli(); at += step) {
            Optional<double[]> values = readings.at(Instant.ofEpochMilli(at));
            if (values.isPresent()) {
                rows.add(new SampleRow(at - slow.toMillis(), values.get()));
            }
            if (rows.size() == ROWS) {
                send(rows);
                rows.clear();
            }
        }
        if (!rows.isEmpty()) {
            send(rows);
        }
    }

    private void send(List<SampleRow> rows) throws InterruptedException {
        SampleBatch batch = new SampleBatch(layoutNumber, epoch, ownClock(), rows);
        intake.post(
                Endpoints.SAMPLES,
                member.secret(),
                Endpoints.SAMPLES_CONTENT_TYPE,
                BatchCodec.encode(batch, layout.decimals()));
    }

    private long ownClock() {
        return System.currentTimeMillis() - slow.toMillis();
    }
}
