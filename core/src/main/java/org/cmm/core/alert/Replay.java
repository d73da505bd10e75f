package org.cmm.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.metric.Series;

/**
 * What a rule would have done on one server: the evaluator that pages people, over samples that are history. Feed them
 * in order of time. Memory: the episodes and one server's state.
 */
public final class Replay {

    private final ServerWatch watch = new ServerWatch(List.of());
    private final Map<Alert, Open> open = new HashMap<>();
    private final List<Episode> over = new ArrayList<>();

    public Replay(Rule rule) {
        watch.adopt(new Rules(List.of(rule)), Instant.EPOCH);
    }

    /**
     * One alert that there would have been.
     *
     * @param to empty when it would still be open
     * @param worst the worst severity that it would have had
     */
    public record Episode(Series subject, Instant from, Optional<Instant> to, Severity worst) {

        /** How long it would have lasted, up to {@code now} at most. */
        public Duration length(Instant now) {
            return Duration.between(from, to.orElse(now));
        }

        boolean touches(Instant begin, Instant end) {
            return !from.isAfter(end)
                    && to.filter(cleared -> cleared.isBefore(begin)).isEmpty();
        }
    }

    private record Open(Instant from, Severity worst) {}

    /**
     * Takes in a sample.
     *
     * @param values holds the sample among others
     * @param start where in {@code values} it starts
     */
    public void feed(long atMillis, List<Series> layout, double[] values, int start) {
        if (watch.settles(atMillis, layout, values, start)) {
            return;
        }
        double[] sample = new double[layout.size()];
        System.arraycopy(values, start, sample, 0, sample.length);
        watch.observe(Instant.ofEpochMilli(atMillis), layout, sample).forEach(this::note);
    }

    /**
     * Takes in what was foretold at a time; for rules about forecasts.
     *
     * @param forecasts by their series of used shares
     */
    public void foretell(Instant at, Map<Series, Forecast> forecasts) {
        watch.observe(at, List.of(), new double[0]);
        watch.foretell(forecasts).forEach(this::note);
    }

    /** All alerts so far, in the order of their ends, those that are still open last. */
    public List<Episode> episodes() {
        List<Episode> all = new ArrayList<>(over);
        open.forEach(
                (alert, state) -> all.add(new Episode(alert.subject(), state.from(), Optional.empty(), state.worst())));
        return List.copyOf(all);
    }

    private void note(AlertEvent event) {
        switch (event) {
            case AlertEvent.Raised raised -> open.put(raised.alert(), new Open(raised.at(), raised.severity()));
            case AlertEvent.SeverityChanged changed ->
                open.computeIfPresent(
                        changed.alert(), (alert, was) -> new Open(was.from(), worse(was.worst(), changed.to())));
            case AlertEvent.Cleared cleared -> {
                Open was = open.remove(cleared.alert());
                if (was != null) {
                    over.add(
                            new Episode(cleared.alert().subject(), was.from(), Optional.of(cleared.at()), was.worst()));
                }
            }
        }
    }

    private static Severity worse(Severity one, Severity other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
