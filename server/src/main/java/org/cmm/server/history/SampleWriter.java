package org.cmm.server.history;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Puts samples on disk. Each server belongs to one lane, which stores what has gathered in one transaction (group
 * commit), so order is kept per server and a commit is shared by everybody who waits for one.
 */
@Singleton
@Startup
public class SampleWriter {

    /** Half of the processors: the database's side of a lane needs as much as CMM's does, and takes larger commits. */
    private static final int LANES = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final List<WriterLane> lanes = new ArrayList<>();
    private final Partitions partitions;

    SampleWriter(
            AgroalDataSource source, @All List<SampleListener> listeners, MeterRegistry meters, HistoryTables tables) {
        partitions = tables.samples().rows();
        WriterFigures figures = WriterFigures.in(
                meters, () -> lanes.stream().mapToInt(WriterLane::queued).sum());
        for (int number = 0; number < LANES; number++) {
            lanes.add(new WriterLane("sample-writer-" + number, source, partitions, listeners, figures));
        }
    }

    @PostConstruct
    void start() {
        lanes.forEach(WriterLane::start);
    }

    /** Stores what is queued, then ends. */
    @PreDestroy
    void stop() {
        lanes.forEach(WriterLane::stop);
    }

    /** Completes when all that is queued now has been tried and told; never waits. */
    CompletableFuture<Void> settled() {
        return CompletableFuture.allOf(lanes.stream().map(WriterLane::settled).toArray(CompletableFuture[]::new));
    }

    /** Never waits. */
    public Submission submit(SampleRows rows) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        WriterLane lane = lanes.get(Math.floorMod(rows.server(), LANES));
        return lane.offer(new WriterLane.Delivery(rows, stored))
                ? new Submission.Queued(stored)
                : new Submission.Overloaded();
    }
}
