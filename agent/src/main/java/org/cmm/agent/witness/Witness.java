package org.cmm.agent.witness;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cmm.agent.clock.MachineClocks;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.probe.Measurement;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;

/**
 * Notes what happens to the machine and to the agent. Whatever cannot be read or written harms nothing else, and is
 * said once. Used by one thread.
 */
public final class Witness {
    private static final Duration LOG_EVERY = Duration.ofHours(1);
    private static final int MOST_LOG_EVENTS = 100;

    private final EventBook book;
    private final MachineClocks clocks;
    private final Journal journal;
    private final Runnable news;
    private final RunMarker marker;
    private final SystemWord system = SystemWord.here();
    private final PowerWatch power = new PowerWatch();
    private final DiskWatch disks = new DiskWatch();
    private final SleepWatch sleep;
    private long logReadMillis;
    private boolean faultSaid;

    /**
     * A witness of this machine.
     *
     * @param news called when something was noted that should not wait
     */
    public Witness(Path dataDirectory, EventBook book, MachineClocks clocks, Journal journal, Runnable news) {
        this.book = book;
        this.clocks = clocks;
        this.journal = journal;
        this.news = news;
        marker = new RunMarker(dataDirectory);
        sleep = new SleepWatch(clocks.now(), clocks.awakeMillis());
    }

    /**
     * The agent starts.
     *
     * @param lastAliveMillis when a run before was last known to work
     */
    public void started(OptionalLong lastAliveMillis) {
        Moment now = clocks.now();
        var facts = new StartFacts(now, clocks.bootMillis(), book.bootTold(), marker.left(), lastAliveMillis);
        guarded(() -> {
            note(facts.events(), now);
            book.noteBoot(now.boot());
            marker.set(now);
        });
        readLog(now);
    }

    /** A sample was taken. */
    public void sampled(List<Measurement> sample) {
        Moment now = clocks.now();
        Optional<SleepWatch.Sleep> slept = sleep.look(now, clocks.awakeMillis());
        List<MachineEvent> events =
                power.look(sample).stream().map(kind -> powerEvent(kind, now)).toList();
        guarded(() -> {
            note(events, now);
            note(slept.map(Witness::woke).stream().toList(), now);
        });
        if (slept.isPresent() || now.elapsedMillis() - logReadMillis >= LOG_EVERY.toMillis()) {
            readLog(now);
        }
        boolean disksNews = disks.look(sample);
        if (disksNews || slept.isPresent() || !events.isEmpty()) {
            news.run();
        }
    }

    /** The agent was told to end; before its last delivery. */
    public void stopping() {
        Moment now = clocks.now();
        guarded(() -> {
            if (system.stopping()) {
                note(List.of(event(MachineEventKind.STOP_PLANNED, Evidence.SYSTEM, now)), now);
            }
            note(List.of(event(MachineEventKind.AGENT_STOPPED, Evidence.AGENT, now)), now);
        });
        readLog(now);
    }

    /** The agent has ended in order. */
    public void stopped() {
        guarded(marker::remove);
    }

    private void note(List<MachineEvent> events, Moment now) throws IOException {
        book.note(
                events.stream().map(event -> new Noted(event, Optional.of(now))).toList());
    }

    /** Where a log cannot be read, as under Wine or without the right, the agent's own marker has to do. */
    private void readLog(Moment now) {
        logReadMillis = now.elapsedMillis();
        guarded(() -> {
            List<LogEntry> entries = system.log(LogReading.query(book.logPlace()), MOST_LOG_EVENTS).stream()
                    .flatMap(xml -> LogEntry.read(xml).stream())
                    .toList();
            if (!entries.isEmpty()) {
                List<Noted> events = entries.stream()
                        .flatMap(entry -> LogReading.event(entry).stream())
                        .map(event -> new Noted(event, Optional.empty()))
                        .toList();
                book.noteLog(events, entries.get(entries.size() - 1).record());
            }
        });
    }

    private static MachineEvent woke(SleepWatch.Sleep sleep) {
        return new MachineEvent(
                Keys.of(MachineEventKind.WOKE, sleep.awake()),
                MachineEventKind.WOKE,
                Evidence.CLOCKS,
                sleep.awake().wallMillis(),
                sleep.asleep().wallMillis(),
                null);
    }

    private static MachineEvent powerEvent(MachineEventKind kind, Moment now) {
        return event(kind, Evidence.POWER_SUPPLY, now);
    }

    private static MachineEvent event(MachineEventKind kind, Evidence evidence, Moment now) {
        return new MachineEvent(Keys.of(kind, now), kind, evidence, now.wallMillis(), null, null);
    }

    private interface Step {
        void run() throws IOException;
    }

    /** The edge: evidence is welcome, samples are what counts. */
    private void guarded(Step step) {
        try {
            step.run();
        } catch (IOException | RuntimeException | LinkageError e) {
            if (!faultSaid) {
                faultSaid = true;
                journal.say("starts and stops of this machine are told incompletely: " + e.getMessage());
            }
        }
    }
}
