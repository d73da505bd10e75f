package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.scenario.Load;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Warning;
import org.jspecify.annotations.Nullable;

/**
 * What a simulated machine's agent measures: processor and memory, and one series for each part that shows in a metric
 * of its own. Not thread-safe.
 */
final class Probe {

    /** A series and the part whose fault shows in it, if any. */
    private record Column(Series series, @Nullable PartLife part, double usual) {}

    private final Workload workload;
    private final List<Column> columns = new ArrayList<>();
    private final List<Series> layout;

    Probe(Machine machine, Load load, Workload workload) {
        this.workload = workload;
        columns.add(
                new Column(Series.of(Metrics.CPU_UTILIZATION), showing(machine, Metrics.CPU_UTILIZATION.name()), 0));
        columns.add(new Column(
                Series.of(Metrics.MEMORY_UTILIZATION),
                showing(machine, Metrics.MEMORY_UTILIZATION.name()),
                load.memory()));
        for (PartLife part : machine.parts()) {
            ramp(part)
                    .filter(ramp -> !ramp.metric().equals(Metrics.CPU_UTILIZATION.name())
                            && !ramp.metric().equals(Metrics.MEMORY_UTILIZATION.name()))
                    .ifPresent(ramp -> columns.add(new Column(series(ramp, part), part, ramp.usual())));
        }
        layout = columns.stream().map(Column::series).toList();
    }

    private static @Nullable PartLife showing(Machine machine, String metric) {
        return machine.parts().stream()
                .filter(part ->
                        ramp(part).filter(ramp -> ramp.metric().equals(metric)).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static Series series(Sign.Ramp ramp, PartLife part) {
        SortedMap<String, String> attributes = new TreeMap<>();
        Metrics.find(ramp.metric()).ifPresent(metric -> metric.attributeKeys()
                .forEach(key -> attributes.put(key, part.kind().name())));
        return new Series(ramp.metric(), attributes);
    }

    static Optional<Sign.Ramp> ramp(PartLife part) {
        return part.kind()
                .warning()
                .map(Warning::sign)
                .flatMap(sign -> sign instanceof Sign.Ramp ramp ? Optional.of(ramp) : Optional.empty());
    }

    List<Series> layout() {
        return layout;
    }

    /** The part whose fault would show in a series. */
    Optional<PartLife> part(Series series) {
        return columns.stream()
                .filter(column -> column.series().equals(series))
                .findFirst()
                .flatMap(column -> Optional.ofNullable(column.part()));
    }

    /** One sample, in the order of the layout. */
    double[] sample(double at) {
        double[] values = new double[columns.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = value(columns.get(index), index == 0 ? workload.at(at) : Double.NaN, at);
        }
        return values;
    }

    private static double value(Column column, double load, double at) {
        double usual = Double.isNaN(load) ? column.usual() : load;
        if (column.part() == null || column.part().faults().isEmpty()) {
            return usual;
        }
        Fault fault = column.part().faults().getFirst();
        Sign.Ramp ramp = ramp(column.part()).orElseThrow();
        double climbed = ramp.usual() + (ramp.atFailure() - ramp.usual()) * fault.progress(at);
        return ramp.atFailure() > ramp.usual() ? Math.max(usual, climbed) : Math.min(usual, climbed);
    }
}
