package org.cmm.core.alert;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.core.alert.AlertState.Firing;
import org.cmm.core.alert.AlertState.Quiet;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;

/**
 * The state of one subject. Owned by one {@link ServerWatch}, and guarded as that is.
 *
 * <p>A rule that asks for free space is quiet until the size of the file system is known.
 */
final class Watch {

    private final Subject subject;
    private Rule rule;
    private Gauge gauge;
    private AlertState state = AlertState.CALM;
    private double limit = Double.NaN;
    private boolean awaitsLimit;

    Watch(Subject subject, Rule rule) {
        this.subject = subject;
        this.rule = rule;
        this.gauge = Gauge.of(rule);
        this.awaitsLimit = rule.asksForFreeSpace();
    }

    /** Goes on with an alert that fires. */
    Watch(FiringAlert open, Rule rule) {
        this(Subject.of(open.alert()), rule);
        this.state = new Firing(open.severity(), open.alert().raisedAt(), Holds.NONE);
    }

    Subject subject() {
        return subject;
    }

    /** Whether its number is nothing but the reading, whatever else its samples hold. */
    boolean isPlain() {
        return rule.kind() instanceof Kind.Threshold threshold && threshold.isPlain() && !rule.asksForFreeSpace();
    }

    /** Whether this rule makes its number of readings in the same way. */
    boolean looksAs(Rule changed) {
        return rule.kind().getClass() == changed.kind().getClass();
    }

    Band band() {
        return Band.of(fitted(), state);
    }

    /** What the rule judges; NaN while that cannot be told. */
    double number(double value, long atMillis) {
        return awaitsLimit ? Double.NaN : gauge.read(value, atMillis);
    }

    /** Takes in what is usual for its series, where its rule asks for that. */
    void learn(Map<Series, Habit> habits) {
        gauge.learn(habits.get(subject.series()));
    }

    /** Takes in the size of its file system in bytes; answers whether that moves its levels. */
    boolean learnsLimit(double bytes) {
        if (bytes == limit || !(bytes > 0)) {
            return false;
        }
        limit = bytes;
        awaitsLimit = false;
        return true;
    }

    /** The event that this reading causes; usually none. */
    @SuppressWarnings("ReferenceEquality") // the same state is how the evaluator says that nothing changed
    Optional<AlertEvent> observe(double value, Instant at) {
        AlertState before = state;
        double number = number(value, at.toEpochMilli());
        state = Evaluator.step(fitted(), before, number, at);
        return state == before ? Optional.empty() : event(new Change(before, state), gauge.told(value, number), at);
    }

    void recall(double value, Instant at) {
        state = Evaluator.hold(fitted(), state, number(value, at.toEpochMilli()), at);
    }

    /** Goes on under a changed rule: an alert stays, at the nearest severity the rule knows; holds start again. */
    Optional<AlertEvent> adopt(Rule changed, Instant at) {
        if (!changed.equals(rule)) {
            rule = changed;
            gauge = Gauge.of(changed);
            awaitsLimit = changed.asksForFreeSpace() && Double.isNaN(limit);
        }
        state = state.with(Holds.NONE);
        if (!(state instanceof Firing was) || changed.nearest(was.severity()) == was.severity()) {
            return Optional.empty();
        }
        Firing now = new Firing(changed.nearest(was.severity()), was.raisedAt(), Holds.NONE);
        state = now;
        return Optional.of(
                new AlertEvent.SeverityChanged(alert(now), was.severity(), now.severity(), at, OptionalDouble.empty()));
    }

    /** The clearing of its alert, if it has one, for a reason that no reading gave; it starts afresh. */
    Optional<AlertEvent> end(Instant at, AlertEvent.Cause cause) {
        Optional<AlertEvent> cleared = firing().map(open -> new AlertEvent.Cleared(open.alert(), at, cause));
        state = AlertState.CALM;
        gauge.forget();
        return cleared;
    }

    Optional<FiringAlert> firing() {
        return switch (state) {
            case Quiet _ -> Optional.empty();
            case Firing firing -> Optional.of(new FiringAlert(alert(firing), firing.severity()));
        };
    }

    /** Only readings that may change something ask for this, so nothing of it is kept. */
    private Rule fitted() {
        return Double.isNaN(limit) ? rule : rule.on(limit);
    }

    private Optional<AlertEvent> event(Change change, double value, Instant at) {
        return switch (change) {
            case Change(Quiet _, Quiet _) -> Optional.empty();
            case Change(Quiet _, Firing now) -> Optional.of(new AlertEvent.Raised(alert(now), now.severity(), value));
            case Change(Firing was, Quiet _) ->
                Optional.of(new AlertEvent.Cleared(alert(was), at, AlertEvent.Cause.RECOVERED));
            case Change(Firing was, Firing now) when was.severity() == now.severity() -> Optional.empty();
            case Change(Firing was, Firing now) ->
                Optional.of(new AlertEvent.SeverityChanged(
                        alert(now), was.severity(), now.severity(), at, OptionalDouble.of(value)));
        };
    }

    private Alert alert(Firing firing) {
        return new Alert(subject.rule(), subject.series(), firing.raisedAt());
    }

    private record Change(AlertState before, AlertState after) {}
}
