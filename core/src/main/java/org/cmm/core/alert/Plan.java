package org.cmm.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;

/**
 * Which rule reads which position of a sample's values. Worked out once for a layout, because finding series by name
 * for every sample would cost more than evaluating them.
 *
 * <p>Beside each watch lies its {@link Band}, all of a server's in one array: nearly every reading is settled there,
 * and a thousand servers in turn find little of their memory in the processor's cache. Watches whose rule judges the
 * readings themselves come first; those with a number of their own ask their {@link Gauge} at every sample. Owned by
 * one {@link ServerWatch}, and guarded as that is.
 */
final class Plan {

    static final Plan NONE = new Plan(List.of(), List.of());

    private static final int NOWHERE = -1;

    /**
     * @param position of the series; {@link #NOWHERE} when the layout no longer has it
     * @param limit position of its file system's size, when the rule needs it and the layout has it
     */
    private record Binding(Watch watch, int position, int limit) {}

    private final List<Series> layout;
    private final Watch[] watches;
    private final int[] positions;
    private final int[] limits;
    private final double[] bands;
    private final int plain;

    private Plan(List<Series> layout, List<Binding> bindings) {
        this.layout = layout;
        this.plain = (int) bindings.stream()
                .takeWhile(binding -> binding.watch().isPlain())
                .count();
        this.watches = bindings.stream().map(Binding::watch).toArray(Watch[]::new);
        this.positions = bindings.stream().mapToInt(Binding::position).toArray();
        this.limits = bindings.stream().skip(plain).mapToInt(Binding::limit).toArray();
        this.bands = new double[2 * positions.length];
        for (int index = 0; index < positions.length; index++) {
            refreshBand(index);
        }
    }

    /** A series that the layout names twice is read at its first position. */
    static Plan of(Rules rules, List<Series> layout, List<Watch> watches) {
        List<Binding> plain = new ArrayList<>();
        List<Binding> gauged = new ArrayList<>();
        for (Rule rule : rules.ofReadings()) {
            for (int position = 0; position < layout.size(); position++) {
                Series series = layout.get(position);
                if (series.metric().equals(rule.metric()) && layout.indexOf(series) == position) {
                    Watch watch = found(new Subject(rule.id(), series), rule, watches);
                    (watch.isPlain() ? plain : gauged).add(new Binding(watch, position, limitOf(rule, series, layout)));
                }
            }
            if (rule.kind() instanceof Kind.NoData) {
                missing(rule, layout, watches).forEach(gauged::add);
            }
        }
        plain.addAll(gauged);
        return new Plan(layout, plain);
    }

    /** In a list, since it is looked for once a layout, and a map would take as much memory as the watches. */
    static Watch found(Subject subject, Rule rule, List<Watch> watches) {
        for (Watch watch : watches) {
            if (watch.subject().equals(subject)) {
                return watch;
            }
        }
        Watch added = new Watch(subject, rule);
        watches.add(added);
        return added;
    }

    private static List<Binding> missing(Rule rule, List<Series> layout, List<Watch> watches) {
        return watches.stream()
                .filter(watch -> watch.subject().rule().equals(rule.id())
                        && !layout.contains(watch.subject().series()))
                .map(watch -> new Binding(watch, NOWHERE, NOWHERE))
                .toList();
    }

    private static int limitOf(Rule rule, Series series, List<Series> layout) {
        return rule.asksForFreeSpace()
                ? layout.indexOf(new Series(Metrics.FILESYSTEM_LIMIT.name(), series.attributes()))
                : NOWHERE;
    }

    /**
     * By identity: a layout is one shared list for thousands of samples, and comparing its series would cost too much.
     */
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(List<Series> other) {
        return layout == other;
    }

    int size() {
        return positions.length;
    }

    /**
     * The first watch from this one on whose reading may change something, or {@link #size} when none is left.
     *
     * @param from where in {@code values} the sample starts
     */
    int nextStirred(int index, double[] values, int from, long atMillis) {
        int next = index;
        while (next < plain && isCalm(next, values[from + positions[next]])) {
            next++;
        }
        while (next >= plain && next < positions.length && isCalmByGauge(next, values, from, atMillis)) {
            next++;
        }
        return next;
    }

    Optional<AlertEvent> observe(int index, double[] values, Instant at) {
        Optional<AlertEvent> event = watches[index].observe(value(index, values, 0), at);
        refreshBand(index);
        return event;
    }

    void recall(int index, double[] values, Instant at) {
        watches[index].recall(value(index, values, 0), at);
        refreshBand(index);
    }

    private double value(int index, double[] values, int from) {
        return positions[index] == NOWHERE ? Double.NaN : values[from + positions[index]];
    }

    private boolean isCalmByGauge(int index, double[] values, int from, long atMillis) {
        int limit = limits[index - plain];
        if (limit != NOWHERE && watches[index].learnsLimit(values[from + limit])) {
            refreshBand(index);
        }
        double number = watches[index].number(value(index, values, from), atMillis);
        return Double.isNaN(number) || isCalm(index, number);
    }

    private boolean isCalm(int index, double value) {
        return value >= bands[2 * index] && value < bands[2 * index + 1];
    }

    private void refreshBand(int index) {
        Band band = watches[index].band();
        bands[2 * index] = band.from();
        bands[2 * index + 1] = band.below();
    }
}
