package org.cmm.agent.probe;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cmm.protocol.ProcessLine;
import org.cmm.protocol.ProcessSnapshot;

/**
 * Decides when to list the processes, which is dear to read and to send, and who uses most of the machine. A snapshot
 * takes two listings a tick apart, and goes along with every sixtieth delivery, while the processors are busy with
 * every twentieth; but at most every half hour, or ten minutes.
 */
public final class ProcessWatch {
    static final Duration USUAL = Duration.ofMinutes(30);
    static final Duration BUSY = Duration.ofMinutes(10);
    private static final int DELIVERIES = 60;
    private static final int DELIVERIES_WHILE_BUSY = 20;
    static final double BUSY_FROM = 0.8;
    private static final int LINES = 5;

    /** A listing and when it was made. */
    private record Listing(long elapsedMillis, List<ProcessUse> processes) {}

    private final int logicalCpus;
    private final Duration usual;
    private final Duration busy;
    private Optional<Listing> first = Optional.empty();
    private Optional<Long> lastMillis = Optional.empty();

    /**
     * Nothing was listed yet.
     *
     * @param deliveryInterval of the agent: who delivers rarely has little to spend on traffic
     */
    public ProcessWatch(int logicalCpus, Duration deliveryInterval) {
        this.logicalCpus = logicalCpus;
        usual = longer(USUAL, deliveryInterval.multipliedBy(DELIVERIES));
        busy = longer(BUSY, deliveryInterval.multipliedBy(DELIVERIES_WHILE_BUSY));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * One tick.
     *
     * @param cpu use of all processors now, 0 to 1 or {@code NaN}
     * @param listing asked for only when it is time
     */
    public Optional<ProcessSnapshot> tick(
            long atMillis, long elapsedMillis, double cpu, Supplier<List<ProcessUse>> listing) {
        if (first.isPresent()) {
            var second = new Listing(elapsedMillis, Isolated.readAll(listing));
            var snapshot = snapshot(atMillis, first.get(), second);
            first = Optional.empty();
            return snapshot.byMemory().isEmpty() ? Optional.empty() : Optional.of(snapshot);
        }
        if (due(elapsedMillis, cpu)) {
            first = Optional.of(new Listing(elapsedMillis, Isolated.readAll(listing)));
            lastMillis = Optional.of(elapsedMillis);
        }
        return Optional.empty();
    }

    private boolean due(long elapsedMillis, double cpu) {
        Duration pause = cpu >= BUSY_FROM ? busy : usual;
        return lastMillis.isEmpty() || elapsedMillis - lastMillis.get() >= pause.toMillis();
    }

    private ProcessSnapshot snapshot(long atMillis, Listing before, Listing now) {
        Map<Long, ProcessUse> earlier = before.processes().stream()
                .collect(Collectors.toMap(ProcessUse::pid, Function.identity(), (one, twin) -> one));
        double millis = Math.max(1, now.elapsedMillis() - before.elapsedMillis()) * (double) logicalCpus;
        List<ProcessLine> lines = now.processes().stream()
                .map(process -> line(process, Optional.ofNullable(earlier.get(process.pid())), millis))
                .toList();
        return new ProcessSnapshot(
                atMillis,
                top(lines, Comparator.comparingDouble(ProcessLine::cpu)),
                top(lines, Comparator.comparingLong(ProcessLine::memoryBytes)));
    }

    /** A process that was not there before has used all its time since; a number used again by another one, too. */
    private static ProcessLine line(ProcessUse now, Optional<ProcessUse> before, double millis) {
        long start = before.map(ProcessUse::cpuMillis)
                .filter(earlier -> earlier <= now.cpuMillis())
                .orElse(0L);
        double share = Math.min(1, (now.cpuMillis() - start) / millis);
        return new ProcessLine(now.name(), now.pid(), Math.rint(share * 1e4) / 1e4, now.memoryBytes());
    }

    private static List<ProcessLine> top(List<ProcessLine> lines, Comparator<ProcessLine> least) {
        return lines.stream()
                .sorted(least.reversed().thenComparingLong(ProcessLine::pid))
                .limit(LINES)
                .toList();
    }
}
