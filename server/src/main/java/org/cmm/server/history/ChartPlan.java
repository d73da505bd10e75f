package org.cmm.server.history;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.cmm.core.history.Tier;

/**
 * How a chart is cut into points.
 *
 * @param tier the coarsest that it is drawn from
 */
record ChartPlan(ChartQuery.Request request, Tier tier) {

    /** The coarsest tier and all that are finer, in this order. */
    List<Tier> tiers() {
        return Stream.iterate(tier, each -> each.finer().orElseThrow())
                .limit(1L + tier.ordinal())
                .toList();
    }

    /** Whole seconds and whole intervals, so that points of neighbouring charts fall together. */
    long stepSeconds() {
        long span = Duration.between(request.from(), request.to()).toSeconds();
        long step = Math.max(1, Math.ceilDiv(span, request.points()));
        long interval = Math.max(1, tier.millis() / 1000);
        return Math.ceilDiv(step, interval) * interval;
    }

    long firstStep() {
        return Math.floorDiv(request.from().getEpochSecond(), stepSeconds());
    }

    int steps() {
        return (int) (Math.floorDiv(request.to().minusNanos(1).getEpochSecond(), stepSeconds()) - firstStep() + 1);
    }
}
