package org.cmm.bench;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a figure should be on a quiet machine of two cores. */
sealed interface Aim {

    boolean isReachedBy(double value);

    record AtLeast(double bound) implements Aim {
        @Override
        public boolean isReachedBy(double value) {
            return value >= bound;
        }
    }

    record AtMost(double bound) implements Aim {
        @Override
        public boolean isReachedBy(double value) {
            return value <= bound;
        }
    }

    Map<String, Aim> ALL = Map.ofEntries(
            Map.entry("ingest.batch.values_per_s", new AtLeast(1_500_000)),
            Map.entry("ingest.batch.cpu_s_per_million", new AtMost(1)),
            Map.entry("ingest.batch.of_ceiling_ratio", new AtLeast(0.5)),
            Map.entry("ingest.single.requests_per_s", new AtLeast(15_000)),
            Map.entry("ingest.single.cpu_s_per_million", new AtMost(6)),
            Map.entry("ingest.single.p99_ms", new AtMost(50)),
            Map.entry("ingest.steady.cpu_percent", new AtMost(2.5)),
            Map.entry("start.ready_s", new AtMost(3)),
            Map.entry("start.rss_mib", new AtMost(200)),
            Map.entry("alerts.cause_right_percent", new AtLeast(95)),
            Map.entry("alerts.planetlab_per_host_week", new AtMost(0.15)),
            Map.entry("alerts.ns_per_rule", new AtMost(100)),
            Map.entry("alerts.core_percent", new AtMost(100)),
            Map.entry("alerts.state_bytes", new AtMost(200)),
            Map.entry("alerts.raise_p99_ms", new AtMost(1_000)),
            Map.entry("alerts.restart_s", new AtMost(5)),
            Map.entry("experiment.headline_s", new AtMost(10)),
            Map.entry("codec.recorded_1s.bytes_per_value", new AtMost(1.4)),
            Map.entry("codec.recorded_10s.bytes_per_value", new AtMost(1.4)),
            Map.entry("codec.day.bytes_per_value", new AtMost(1.4)),
            Map.entry("codec.table.bytes_per_value", new AtMost(1.5)),
            Map.entry("codec.encode.ns_per_value", new AtMost(30)),
            Map.entry("codec.decode.ns_per_value", new AtMost(12)),
            Map.entry("codec.sql.column_day_ms", new AtMost(30)),
            Map.entry("history.chart_1h.p50_ms", new AtMost(10)),
            Map.entry("history.chart_1h.p95_ms", new AtMost(50)),
            Map.entry("history.chart_24h.p50_ms", new AtMost(10)),
            Map.entry("history.chart_24h.p95_ms", new AtMost(50)),
            Map.entry("history.chart_30d.p50_ms", new AtMost(10)),
            Map.entry("history.chart_30d.p95_ms", new AtMost(50)),
            Map.entry("history.chart_1y.p50_ms", new AtMost(10)),
            Map.entry("history.chart_1y.p95_ms", new AtMost(50)),
            Map.entry("history.chart_5y.p50_ms", new AtMost(10)),
            Map.entry("history.chart_5y.p95_ms", new AtMost(50)),
            Map.entry("history.latest_1000.p50_ms", new AtMost(20)),
            Map.entry("history.background.of_intake_percent", new AtMost(10)),
            Map.entry("history.closed.bytes_per_value", new AtMost(1.5)),
            Map.entry("agent.rss_mib", new AtMost(60)),
            Map.entry("agent.cpu_percent", new AtMost(0.5)),
            Map.entry("agent.wire_mb_per_day", new AtMost(1.5)),
            Map.entry("agent.saver.wire_mb_per_day", new AtMost(0.3)));

    static Optional<Aim> of(String figure) {
        return Optional.ofNullable(ALL.get(figure));
    }

    /** Such as {@code ≥ 1,500,000 missed}. */
    default String judged(double value) {
        String words =
                switch (this) {
                    case AtLeast(double bound) -> "≥ " + written(bound);
                    case AtMost(double bound) -> "≤ " + written(bound);
                };
        return words + (isReachedBy(value) ? " reached" : " missed");
    }

    private static String written(double bound) {
        return String.format(Locale.ROOT, bound == Math.rint(bound) ? "%,.0f" : "%s", bound);
    }
}
