package org.cmm.server.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.cmm.core.alert.FiringAlert;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.StoredSamples;
import org.jboss.logging.Logger;

/**
 * Reads the past of servers back, each once: alone when its first sample comes, or many with one query at a start. What
 * fails is tried again. Callers claim a server first, see {@link WatchedServer#claimPast}.
 */
final class ReadBack {

    private static final Logger LOG = Logger.getLogger(ReadBack.class);
    private static final int READERS = 3;
    private static final int TOGETHER = 200;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 1_000;

    private final Semaphore readers = new Semaphore(READERS);
    private final CountDownLatch left = new CountDownLatch(1);
    private final StoredSamples samples;
    private final OpenAlerts open;
    private final Supplier<WatchedServer.RulesAt> rules;
    private volatile Left what = new Left(Instant.MIN, Map.of());
    private volatile boolean stopped;

    /**
     * What the process before this one left, beside its open alerts.
     *
     * @param lastEnd the latest time at which it may have lived
     * @param newestEvents when the newest saved event of a server happened, where that was shortly before its end
     */
    record Left(Instant lastEnd, Map<Integer, Instant> newestEvents) {}

    /** @param rules those in force at the moment */
    ReadBack(StoredSamples samples, OpenAlerts open, Supplier<WatchedServer.RulesAt> rules) {
        this.samples = samples;
        this.open = open;
        this.rules = rules;
    }

    /** Nothing is read before this is known. */
    void start(Left known) {
        what = known;
        left.countDown();
    }

    void stop() {
        stopped = true;
    }

    /** One that was claimed, on a thread of its own. */
    void one(WatchedServer server) {
        Thread.ofVirtual().name("alerts-of-" + server.id()).start(() -> several(List.of(server)));
    }

    /** Many that were claimed; answers when all are read back, or when the process ends. */
    void all(List<WatchedServer> servers) {
        List<Thread> parts = new ArrayList<>();
        for (int from = 0; from < servers.size(); from += TOGETHER) {
            List<WatchedServer> part = servers.subList(from, Math.min(from + TOGETHER, servers.size()));
            parts.add(Thread.ofVirtual().name("alerts-of-many").start(() -> several(part)));
        }
        try {
            for (Thread part : parts) {
                part.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void several(List<WatchedServer> servers) {
        try {
            left.await();
            Map<Integer, WatchedServer> waiting = new LinkedHashMap<>();
            servers.forEach(server -> waiting.put(server.id(), server));
            while (!stopped && !waiting.isEmpty()) {
                tryOnce(waiting);
                if (!waiting.isEmpty()) {
                    Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Those that are done wait no more. */
    private void tryOnce(Map<Integer, WatchedServer> waiting) throws InterruptedException {
        readers.acquire();
        try {
            Map<Integer, PastReading> readings = new HashMap<>();
            Map<Integer, Instant> after = new HashMap<>();
            waiting.forEach((id, server) -> {
                PastReading reading = new PastReading(server, legacy(id), rules.get());
                readings.put(id, reading);
                after.put(id, reading.start(samples));
            });
            samples.eachOf(after, rows -> feed(readings, rows));
            readings.forEach((id, reading) -> {
                reading.finish(samples);
                waiting.remove(id);
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "The past of %d servers is not read back; it is tried again", waiting.size());
        } finally {
            readers.release();
        }
    }

    private static void feed(Map<Integer, PastReading> readings, SampleRows rows) {
        PastReading reading = readings.get(rows.server());
        if (reading != null) {
            reading.feed(rows);
        }
    }

    private PastReading.Legacy legacy(int server) {
        List<FiringAlert> firing = open.of(server).stream()
                .filter(alert -> !alert.rule().equals(AlertKey.SILENT))
                .map(alert -> new FiringAlert(AlertKey.of(alert).alert(), Words.storedSeverity(alert.severity())))
                .toList();
        Left known = what;
        return new PastReading.Legacy(firing, known.newestEvents().getOrDefault(server, Instant.MIN), known.lastEnd());
    }
}
