package org.cmm.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cmm.core.metric.Series;

/**
 * Which rule reads which position of a sample's values. Worked out once for a layout, because finding series by name
 * for every sample would cost more than evaluating them.
 *
 * <p>Beside each watch lies its {@link Band}, all of a server's in one array: nearly every reading is settled there,
 * and a thousand servers in turn find little of their memory in the processor's cache. Owned by one
 * {@link ServerWatch}, and guarded as that is.
 */
final class Plan {

    static final Plan NONE = new Plan(List.of(), List.of());

    private record Binding(Rule rule, int position, Watch watch) {}

    private final List<Series> layout;
    private final List<Binding> bindings;
    private final int[] positions;
    private final double[] bands;

    private Plan(List<Series> layout, List<Binding> bindings) {
        this.layout = layout;
        this.bindings = List.copyOf(bindings);
        this.positions = bindings.stream().mapToInt(Binding::position).toArray();
        this.bands = new double[2 * positions.length];
        for (int index = 0; index < positions.length; index++) {
            refreshBand(index);
        }
    }

    /** A series that the layout names twice is read at its first position. */
    static Plan of(Rules rules, List<Series> layout, Function<Subject, Watch> watches) {
        List<Binding> bindings = new ArrayList<>();
        for (Rule rule : rules.all()) {
            for (int position = 0; position < layout.size(); position++) {
                Series series = layout.get(position);
                if (series.metric().equals(rule.metric()) && layout.indexOf(series) == position) {
                    bindings.add(new Binding(rule, position, watches.apply(new Subject(rule.id(), series))));
                }
            }
        }
        return new Plan(layout, bindings);
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
    int nextStirred(int index, double[] values, int from) {
        int next = index;
        while (next < positions.length && isCalm(next, values[from + positions[next]])) {
            next++;
        }
        return next;
    }

    Optional<AlertEvent> observe(int index, double[] values, Instant at) {
        Binding binding = bindings.get(index);
        Optional<AlertEvent> event = binding.watch().observe(binding.rule(), values[binding.position()], at);
        refreshBand(index);
        return event;
    }

    void recall(int index, double[] values, Instant at) {
        Binding binding = bindings.get(index);
        binding.watch().recall(binding.rule(), values[binding.position()], at);
        refreshBand(index);
    }

    private boolean isCalm(int index, double value) {
        return value >= bands[2 * index] && value < bands[2 * index + 1];
    }

    private void refreshBand(int index) {
        Binding binding = bindings.get(index);
        Band band = binding.watch().band(binding.rule());
        bands[2 * index] = band.from();
        bands[2 * index + 1] = band.below();
    }
}
