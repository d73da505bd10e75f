package org.cmm.server.alert;

import java.time.Duration;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Unit;
import org.cmm.server.platform.Figures;

/** What a rule's numbers are to people. */
final class RuleFigures {

    private RuleFigures() {}

    /** The unit of the kind's levels; of a rate, in each hour. */
    static Unit unit(Kind kind) {
        return switch (kind) {
            case Kind.Threshold(String metric, var _, var _) -> unit(metric);
            case Kind.RateOfChange(String metric, var _, var _) -> unit(metric);
            case Kind.NoData _, Kind.DiskFull _ -> Unit.SECONDS;
            case Kind.RestartSeen _, Kind.Habit _ -> Unit.COUNT;
        };
    }

    static Unit unit(String metric) {
        return Metrics.find(metric).map(Metric::unit).orElse(Unit.COUNT);
    }

    /**
     * A reading or a level in words.
     *
     * @param kind of the rule; empty when the rule is gone: then in the unit of the metric
     */
    static String write(Optional<Kind> kind, String metric, double value, Figures figures) {
        String amount = write(kind.map(RuleFigures::unit).orElse(unit(metric)), value, figures);
        return switch (kind.orElse(null)) {
            case Kind.RateOfChange _ -> amount + "/h";
            case Kind.Habit _ -> "× " + amount;
            case null, default -> amount;
        };
    }

    static String write(Unit unit, double value, Figures figures) {
        return switch (unit) {
            case RATIO -> figures.percent(value, Math.abs(value) < 0.1 ? 1 : 0);
            case BYTES -> signed(value, figures.bytes(Math.abs(value)));
            case BYTES_PER_SECOND -> signed(value, figures.bitRate(Math.abs(value)));
            case SECONDS -> figures.duration(Duration.ofSeconds(Math.round(value)));
            case COUNT -> figures.number(value, 1);
        };
    }

    private static String signed(double value, String amount) {
        return value < 0 ? "−" + amount : amount;
    }
}
