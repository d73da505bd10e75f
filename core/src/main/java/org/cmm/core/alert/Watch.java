package org.cmm.core.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.core.alert.AlertState.Firing;
import org.cmm.core.alert.AlertState.Quiet;

/** The state of one subject. Owned by one {@link ServerWatch}, and guarded as that is. */
final class Watch {

    private final Subject subject;
    private AlertState state;

    Watch(Subject subject) {
        this.subject = subject;
        this.state = AlertState.CALM;
    }

    Watch(FiringAlert open) {
        this.subject = Subject.of(open.alert());
        this.state = new Firing(open.severity(), open.alert().raisedAt(), Holds.NONE);
    }

    Subject subject() {
        return subject;
    }

    Band band(Rule rule) {
        return Band.of(rule, state);
    }

    /** The event that this reading causes; usually none. */
    @SuppressWarnings("ReferenceEquality") // the same state is how the evaluator says that nothing changed
    Optional<AlertEvent> observe(Rule rule, double value, Instant at) {
        AlertState before = state;
        state = Evaluator.step(rule, before, value, at);
        return state == before ? Optional.empty() : event(new Change(before, state), value, at);
    }

    void recall(Rule rule, double value, Instant at) {
        state = Evaluator.hold(rule, state, value, at);
    }

    /** Goes on under a changed rule: an alert stays, at the nearest severity the rule knows; holds start again. */
    Optional<AlertEvent> adopt(Rule changed, Instant at) {
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
        return cleared;
    }

    Optional<FiringAlert> firing() {
        return switch (state) {
            case Quiet _ -> Optional.empty();
            case Firing firing -> Optional.of(new FiringAlert(alert(firing), firing.severity()));
        };
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
