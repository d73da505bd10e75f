package org.cmm.agent.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.cmm.agent.clock.EpochTimes;
import org.cmm.agent.clock.Moment;
import org.cmm.agent.clock.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * Rows on disk, first in first out. A row is safe when {@link #append} returns and is kept until {@link #acknowledge};
 * only the {@link Limits} remove one earlier, and then it is counted. Rows are numbered over the life of the spool.
 *
 * <p>Every method is guarded by this object: one thread appends while another delivers.
 */
public final class Spool implements Closeable {
    static final int SEGMENT_BYTES = 256 * 1024;

    private final Path directory;
    private final Limits limits;
    /** The first row that the server does not have; an older number is harmless, what comes twice is kept once. */
    private final StoredNumber acknowledged;

    private final StoredNumber dropped;
    private final Deque<Segment> closed;
    private @Nullable SegmentWriter growing;
    private long next;

    Spool(Path directory, Limits limits, Deque<Segment> closed) throws IOException {
        this.directory = directory;
        this.limits = limits;
        this.acknowledged = new StoredNumber(directory.resolve("acknowledged"));
        this.dropped = new StoredNumber(directory.resolve("dropped"));
        this.closed = closed;
        this.next = Math.max(
                acknowledged.value(), closed.isEmpty() ? 0 : closed.getLast().end());
        removeDelivered();
    }

    /** Opens or creates the spool in a directory that no other process uses. */
    public static OpenedSpool open(Path directory, Limits limits) throws IOException {
        return new SpoolOpening(directory).open(limits);
    }

    /** Puts a row on disk, making room for it first if need be. If it throws, the spool is as it was before. */
    public synchronized void append(SpooledRow row, Moment now) throws IOException {
        dropBeyondLimits(now);
        if (growing == null) {
            growing = new SegmentWriter(directory, next);
        }
        growing.append(row);
        next++;
        if (growing.bytes() >= SEGMENT_BYTES) {
            closeGrowing();
        }
    }

    /** The oldest rows the server does not have, all of one layout and one epoch. */
    public synchronized Optional<SpooledBatch> oldest(int most) throws IOException {
        for (Segment segment : segments()) {
            if (segment.end() > acknowledged.value()) {
                long first = Math.max(acknowledged.value(), segment.first());
                return Optional.of(new SpooledBatch(first, firstRows(segment, first, most)));
            }
        }
        return Optional.empty();
    }

    /** The server has these rows, or will never take them. */
    public synchronized void acknowledge(SpooledBatch batch) throws IOException {
        if (batch.end() > acknowledged.value()) {
            acknowledged.set(batch.end());
            removeDelivered();
        }
    }

    /** How many rows wait. */
    public synchronized long waiting() {
        return next - Math.max(acknowledged.value(), oldestKept());
    }

    /** What the spool takes on the disk. */
    public synchronized long bytes() {
        return closed.stream().mapToLong(Segment::bytes).sum() + (growing == null ? 0 : growing.bytes());
    }

    /** How many rows the limits removed before they were delivered, over the life of the spool. */
    public synchronized long dropped() {
        return dropped.value();
    }

    /** The epochs of the rows kept, oldest first. */
    public synchronized List<Stretch> stretches() {
        var stretches = new Stretches();
        segments().forEach(segment -> segment.stretches().forEach(stretches::add));
        return stretches.inOrder();
    }

    @Override
    public synchronized void close() throws IOException {
        closeGrowing();
        acknowledged.close();
        dropped.close();
    }

    private static List<SpooledRow> firstRows(Segment segment, long first, int most) throws IOException {
        List<SpooledRow> rows = segment.content().rows();
        int from = (int) (first - segment.first());
        int to = from;
        while (to < rows.size() && to - from < most && rows.get(to).sameBatch(rows.get(from))) {
            to++;
        }
        return rows.subList(from, to);
    }

    private List<Segment> segments() {
        var all = new ArrayList<>(closed);
        if (growing != null) {
            all.add(growing.segment());
        }
        return all;
    }

    private long oldestKept() {
        List<Segment> all = segments();
        return all.isEmpty() ? next : all.get(0).first();
    }

    private void closeGrowing() throws IOException {
        if (growing != null) {
            growing.close();
            closed.add(growing.segment());
            growing = null;
        }
    }

    private void removeDelivered() throws IOException {
        while (!closed.isEmpty() && closed.getFirst().end() <= acknowledged.value()) {
            Files.deleteIfExists(closed.removeFirst().file());
        }
    }

    private void dropBeyondLimits(Moment now) throws IOException {
        while (!closed.isEmpty() && (bytes() > limits.bytes() - SEGMENT_BYTES || tooOld(closed.getFirst(), now))) {
            Segment oldest = closed.removeFirst();
            count(oldest.end() - Math.max(oldest.first(), acknowledged.value()));
            Files.deleteIfExists(oldest.file());
        }
    }

    /** Before they go, so that a power cut in between cannot hide them. A disk too full to count on still gets room. */
    private void count(long rows) {
        try {
            dropped.set(dropped.value() + rows);
        } catch (IOException e) {
            // the rows must go all the same, else nothing new can be kept
        }
    }

    private boolean tooOld(Segment segment, Moment now) {
        if (segment.stretches().isEmpty()) {
            return true;
        }
        Stretch last = segment.stretches().get(segment.stretches().size() - 1);
        Long time = EpochTimes.at(now, stretches()).get(last.anchor().epoch());
        return time != null && time - last.lastMillis() > limits.age().toMillis();
    }
}
