package org.cmm.agent.drill;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.delivery.DrillOrders;
import org.cmm.agent.journal.Journal;
import org.cmm.agent.link.Link;
import org.cmm.agent.probe.FileSpace;
import org.cmm.agent.probe.Machine;
import org.cmm.agent.settings.DrillLimits;
import org.cmm.agent.witness.EventBook;
import org.cmm.agent.witness.Noted;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.DrillReason;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.jspecify.annotations.Nullable;

/**
 * Takes orders for drills, one at a time. Without an order nothing of it runs. Guarded by this object: one thread
 * brings orders, another carries one out, a third ends the agent.
 */
public final class Drills implements DrillOrders {
    private static final long STOP_MILLIS = 6_000;

    private final Parts parts;
    private final DrillMark mark;
    private Runnable news = () -> {};
    private String last;
    private Optional<DrillRun> run = Optional.empty();
    private Optional<Present> present = Optional.empty();

    /** A drill that goes on, since a time of the machine's clock. */
    public record Present(DrillOrder order, long sinceMillis) {}

    /**
     * What drills need.
     *
     * @param machine asked for only while there is an order
     * @param link a connection besides the one for deliveries
     * @param spoolShare of its limit that the spool takes
     */
    public record Parts(
            DrillLimits limits,
            Path directory,
            Supplier<Machine> machine,
            EventBook book,
            Supplier<Moment> clocks,
            Supplier<Link> link,
            DoubleSupplier spoolShare,
            Journal journal) {}

    public Drills(Parts parts) {
        this.parts = parts;
        mark = DrillMark.in(parts.directory());
        last = mark.last().orElse("");
    }

    /**
     * Takes away what a killed agent left behind, and says so.
     *
     * @param hurry called when something was noted that should not wait
     */
    public synchronized void begin(Runnable hurry) {
        news = hurry;
        Optional<String> left = mark.left();
        try {
            DiskStress.remove(parts.directory());
            if (left.isPresent()) {
                note(MachineEventKind.DRILL_ENDED, Evidence.AGENT_MARKER, left.get(), DrillReason.AGENT_KILLED);
                mark.ended(left.get());
            }
        } catch (IOException e) {
            parts.journal().say("what a drill left behind cannot be removed: " + e.getMessage());
        }
    }

    /** What the configuration allows; nothing where it allows nothing. */
    public Optional<DrillConsent> consent() {
        DrillLimits limits = parts.limits();
        return limits.allowsAny()
                ? Optional.of(new DrillConsent(
                        limits.faults().stream().map(DrillFault::word).sorted().toList(),
                        (int) limits.longest().toSeconds(),
                        limits.percent(),
                        Volumes.holding(parts.directory(), parts.machine().get())))
                : Optional.empty();
    }

    public synchronized Optional<Present> present() {
        return present;
    }

    @Override
    public synchronized void ordered(DrillOrder order, String secret) {
        if (order.key().equals(last)) {
            return;
        }
        try {
            Optional<DrillReason> refusal = refusal(order);
            last = order.key();
            if (refusal.isPresent()) {
                note(MachineEventKind.DRILL_REFUSED, Evidence.AGENT, order.key(), refusal.get());
                parts.journal().say("a drill was refused: " + refusal.get().word());
                return;
            }
            mark.began(order.key());
            start(order, secret);
        } catch (IOException | RuntimeException e) {
            parts.journal().say("a drill cannot begin: " + e.getMessage());
        }
    }

    /** How long nothing must be delivered; zero when no downtime is being practised. */
    public synchronized Duration silence() {
        return Duration.ofMillis(run.map(DrillRun::silentMillis).orElse(0L));
    }

    /** Ends the drill that goes on, if one does. */
    public void stop() throws InterruptedException {
        Optional<DrillRun> present;
        synchronized (this) {
            present = run;
        }
        if (present.isPresent()) {
            present.get().stop(STOP_MILLIS);
        }
    }

    private Optional<DrillReason> refusal(DrillOrder order) {
        if (run.filter(DrillRun::goesOn).isPresent()) {
            return Optional.of(DrillReason.BUSY);
        }
        return new Admission(parts.limits())
                .refusal(order, resources(parts.machine().get()));
    }

    private void start(DrillOrder order, String secret) throws IOException {
        Machine machine = parts.machine().get();
        var watch = new OrderWatch(parts.link().get(), order, secret, this::elapsed);
        var next = new DrillRun(new DrillRun.Parts(
                new Course(order, parts.limits(), elapsed()),
                () -> stress(order, machine),
                () -> resources(machine),
                watch,
                this::elapsed,
                parts.spoolShare(),
                (reason, words) -> ended(order, reason, words)));
        note(MachineEventKind.DRILL_STARTED, Evidence.AGENT, order.key(), null);
        parts.journal()
                .say("a drill begins, ordered by the server and allowed here: %s, %d s, %d %%"
                        .formatted(order.fault(), order.seconds(), order.percent()));
        run = Optional.of(next);
        present = Optional.of(new Present(order, parts.clocks().get().wallMillis()));
        next.start();
    }

    private Stress stress(DrillOrder order, Machine machine) throws IOException {
        DrillLimits limits = parts.limits();
        return switch (order.kind()) {
            case CPU -> new CpuStress(LoadProcess.start(order, 0));
            case MEMORY ->
                new MemoryStress(
                        LoadProcess.start(order, machine.memory().total()),
                        new Filling(order.percent(), limits.freeMemory()));
            case DISK ->
                new DiskStress(parts.directory(), new Filling(order.percent(), limits.freeDisk()), limits.file());
            case DOWNTIME -> new Stillness();
        };
    }

    private void ended(DrillOrder order, DrillReason reason, String words) {
        try {
            note(MachineEventKind.DRILL_ENDED, Evidence.AGENT, order.key(), reason);
            mark.ended(order.key());
        } catch (IOException e) {
            parts.journal().say("the end of a drill cannot be noted: " + e.getMessage());
        }
        synchronized (this) {
            present = Optional.empty();
        }
        parts.journal().say("the drill is over: " + reason.word() + (words.isEmpty() ? "" : " (" + words + ")"));
        news.run();
    }

    private Resources resources(Machine machine) {
        return new Resources(machine.memory(), MemoryConfinement.headroom(), FileSpace.around(parts.directory()));
    }

    private void note(MachineEventKind kind, Evidence evidence, String key, @Nullable DrillReason reason)
            throws IOException {
        Moment now = parts.clocks().get();
        String detail = reason == null ? key : key + " " + reason.word();
        var event = new MachineEvent(kind.word() + ":" + key, kind, evidence, now.wallMillis(), null, detail);
        parts.book().note(List.of(new Noted(event, Optional.of(now))));
    }

    private long elapsed() {
        return parts.clocks().get().elapsedMillis();
    }
}
