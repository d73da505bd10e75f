package org.cmm.core.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.cmm.core.metric.Series;

/**
 * Which rule reads which position of a sample's values. Worked out once for a layout, because finding series by name for
 * every sample would cost more than evaluating them.
 */
record Plan(List<Series> layout, List<Binding> bindings) {

    static final Plan NONE = new Plan(List.of(), List.of());

    record Binding(Rule rule, int position, Watch watch) {}

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
        return new Plan(layout, List.copyOf(bindings));
    }

    /** By identity: a layout is one shared list for thousands of samples, and comparing its series would cost too much. */
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(List<Series> other) {
        return layout == other;
    }
}
