package org.cmm.bench;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.process.RunningServer;

/** What agents and people feel of it when all days but the newest go at once: paces before and meanwhile. */
record HistoryRetention(RunningServer server, Connection database, HistoryLoad load, HistoryReads reads) {

    private static final int MOST_REQUESTS_A_SECOND = 200;
    /** Retention looks every minute. */
    private static final int SECONDS = 75;

    private static final String CLOSED_DAYS =
            "SELECT count(*) FROM pg_inherits WHERE inhparent = 'sample_block'::regclass";

    void measure(HistoryLoad.Live live, Instant now, Figures figures) throws Exception {
        int aSecond = Math.clamp(live.requests().size() / 2 / SECONDS, 1, MOST_REQUESTS_A_SECOND);
        int half = Math.min(live.requests().size() / 2, aSecond * SECONDS);
        pace("history.calm", live.requests().subList(0, half), aSecond, now, figures);
        double before = HistoryBench.number(database, CLOSED_DAYS);
        reads.keepSamples(1);
        pace("history.retention", live.requests().subList(half, 2 * half), aSecond, now, figures);
        figures.add("history.retention.days_gone", before - HistoryBench.number(database, CLOSED_DAYS));
    }

    private void pace(String name, List<byte[]> requests, int aSecond, Instant now, Figures figures) throws Exception {
        Onlooker onlooker = Onlooker.at(
                reads, HistoryReads.chart(load.machines(), Duration.ofDays(30), now, "system.cpu.utilization"));
        Load.Outcome outcome = SteadyLoad.run(server.port(), requests, aSecond);
        Waits looked = onlooker.leave();
        figures.add(name + ".requests_per_s", outcome.perSecond());
        figures.add(name + ".intake_p99_ms", outcome.milliseconds(0.99));
        figures.add(name + ".intake_most_ms", outcome.milliseconds(1));
        figures.add(name + ".chart_p95_ms", looked.quantile(0.95));
        figures.add(name + ".chart_most_ms", looked.quantile(1));
    }
}
