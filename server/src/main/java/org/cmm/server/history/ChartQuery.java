package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.cmm.core.history.Tier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Draws charts, each from the coarsest tier that still fills it; what is not rolled up yet comes from the finer ones.
 * So the work does not grow with the span, and every sample counts.
 */
@Singleton
class ChartQuery {

    /** A longer silence between two samples is a gap. */
    static final Duration SILENCE = Duration.ofSeconds(90);

    /** So many points fill a chart; with fewer, a finer tier is drawn. */
    private static final int ENOUGH_POINTS = 144;

    private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(31);

    private final Jdbi jdbi;
    private final Layouts layouts;
    private final HistoryTables tables;
    private final SampleTimes times;
    private final Retention retention;

    ChartQuery(Jdbi jdbi, Layouts layouts, HistoryTables tables, SampleTimes times, Retention retention) {
        this.retention = retention;
        this.jdbi = jdbi;
        this.layouts = layouts;
        this.tables = tables;
        this.times = times;
    }

    /**
     * What to draw: the metrics' every series of one server.
     *
     * @param points at most so many
     * @param now what lies after it is no gap yet
     */
    record Request(int server, Set<String> metrics, Instant from, Instant to, int points, Instant now) {}

    Chart draw(Request request) {
        return jdbi.inTransaction(db -> {
            ChartPlan plan = new ChartPlan(request, coarsest(request));
            ChartBuilder chart = new ChartBuilder(plan);
            gather(db, plan, chart);
            long begin = request.from().toEpochMilli();
            times.before(db, request.server(), begin, begin - LONGEST_LOOK_BACK.toMillis())
                    .ifPresent(before -> chart.heardBefore(before / 1000.0));
            return chart.build();
        });
    }

    /** What is rolled up comes from the coarse tier, and each finer one adds what is younger. */
    private void gather(Handle db, ChartPlan plan, ChartBuilder chart) {
        Request request = plan.request();
        long rolled = request.now().minus(Rollups.UNTIL_ROLLED).toEpochMilli();
        long start = request.from().toEpochMilli();
        for (Tier tier : plan.tiers()) {
            long end = tier == Tier.SAMPLES ? Long.MAX_VALUE : tier.start(rolled);
            long until = Math.min(end, request.to().toEpochMilli());
            if (start < until) {
                gather(db, request, tier, tier.start(start), until, chart);
                start = until;
            }
        }
    }

    /** A finer tier would say more, but may not reach back so far. */
    private Tier coarsest(Request request) {
        Tier tier = Tier.coarsest(
                Duration.between(request.from(), request.to()), Math.min(request.points(), ENOUGH_POINTS));
        while (tier.coarser().isPresent()
                && request.from().isBefore(request.now().minus(retention.lately(tier)))) {
            tier = tier.coarser().get();
        }
        return tier;
    }

    private void gather(Handle db, Request request, Tier tier, long from, long to, ChartBuilder chart) {
        TierTables part = tables.of(tier);
        boolean mayBeClosed = times.mayBeClosed(part.endOfPeriod(from));
        SeriesColumns.read(db, part, layouts, request.server(), request.metrics(), from, to, mayBeClosed)
                .forEach(columns -> {
                    if (tier == Tier.SAMPLES) {
                        chart.addSamples(columns);
                    } else {
                        chart.addRollups(tier, columns);
                    }
                });
    }
}
