package org.cmm.core.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.scenario.Load;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.Warning;

/**
 * What a simulated machine's agent measures: processor and memory, and one series for each part that shows in a metric
 * of its own. Not thread-safe.
 */
final class Probe {

    /** A series and the parts whose faults show in it. */
    private record Column(Series series, List<PartLife> parts, double usual) {}

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
                    .ifPresent(ramp -> columns.add(new Column(series(ramp, part), List.of(part), ramp.usual())));
        }
        layout = columns.stream().map(Column::series).toList();
    }

    private static List<PartLife> showing(Machine machine, String metric) {
        return machine.parts().stream()
                .filter(part ->
                        ramp(part).filter(ramp -> ramp.metric().equals(metric)).isPresent())
                .toList();
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

    /** The part whose fault shows most in a series then; empty when all are well. */
    Optional<PartLife> part(Series series, double at) {
        return columns.stream()
                .filter(column -> column.series().equals(series))
                .flatMap(column -> column.parts().stream())
                .filter(part -> !part.faults().isEmpty())
                .max(Comparator.comparingDouble(part -> part.faults().getFirst().progress(at)));
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
        double value = Double.isNaN(load) ? column.usual() : load;
        for (PartLife part : column.parts()) {
            if (!part.faults().isEmpty()) {
                value = shown(part, value, at);
            }
        }
        return value;
    }

    /** What a metric reads with a fault of the part, where it would read a value without. */
    private static double shown(PartLife part, double without, double at) {
        Sign.Ramp ramp = ramp(part).orElseThrow();
        double climbed = ramp.usual()
                + (ramp.atFailure() - ramp.usual()) * part.faults().getFirst().progress(at);
        return ramp.atFailure() > ramp.usual() ? Math.max(without, climbed) : Math.min(without, climbed);
    }
}
