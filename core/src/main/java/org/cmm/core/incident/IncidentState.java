package org.cmm.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cmm.core.alert.Severity;

/**
 * An incident at one moment.
 *
 * @param firing the alerts that are not over, by number, with the severity of each
 * @param severity the highest of those that fire; once none does, the last one there was
 * @param worst the highest that it ever had
 * @param told the severity that people were last told of; empty while nobody was told of the present trouble
 * @param resolvedAt since when nothing fires
 * @param raises when it was opened and reopened, within {@link Incident#FLAPPING_WITHIN}, oldest first
 * @param flapping comes and goes too often for each time to be told
 */
public record IncidentState(
        Stage stage,
        Map<Long, Severity> firing,
        Severity severity,
        Severity worst,
        Optional<Severity> told,
        Instant openedAt,
        Optional<Instant> resolvedAt,
        Optional<Acknowledgement> acknowledgement,
        Optional<Snooze> snooze,
        List<Instant> raises,
        boolean flapping) {

    public IncidentState {
        firing = Map.copyOf(firing);
        raises = List.copyOf(raises);
    }

    /** How far people and machine have come with it. */
    public enum Stage {
        /** Nobody has said that they know. */
        OPEN,
        /** Somebody knows. */
        ACKNOWLEDGED,
        /** Somebody works on it. */
        IN_PROGRESS,
        /** Nothing fires any more. */
        RESOLVED,
        /** Over for good: trouble to come is another incident. */
        CLOSED
    }

    /**
     * Somebody knows.
     *
     * @param until when it is forgotten, should the trouble still be there; empty: never
     */
    public record Acknowledgement(String by, Optional<Instant> until) {}

    /**
     * Notices are held back.
     *
     * @param severity of the incident then; if it gets worse than that, notices go out again
     */
    public record Snooze(Instant until, Severity severity) {}

    public boolean isOver() {
        return stage == Stage.RESOLVED || stage == Stage.CLOSED;
    }

    IncidentState with(Stage changed) {
        return new IncidentState(
                changed,
                firing,
                severity,
                worst,
                told,
                openedAt,
                resolvedAt,
                acknowledgement,
                snooze,
                raises,
                flapping);
    }

    /** With one alert more, or another severity of one that fires. */
    IncidentState withFiring(long alert, Severity of) {
        Map<Long, Severity> more = new TreeMap<>(firing);
        more.put(alert, of);
        return withAllFiring(more);
    }

    IncidentState withoutFiring(long alert) {
        Map<Long, Severity> fewer = new TreeMap<>(firing);
        fewer.remove(alert);
        return withAllFiring(fewer);
    }

    private IncidentState withAllFiring(Map<Long, Severity> all) {
        Severity highest = all.values().stream().max(Severity::compareTo).orElse(severity);
        Severity worstOfAll = highest.compareTo(worst) > 0 ? highest : worst;
        return new IncidentState(
                stage, all, highest, worstOfAll, told, openedAt, resolvedAt, acknowledgement, snooze, raises, flapping);
    }

    IncidentState withTold(Optional<Severity> severityTold) {
        return new IncidentState(
                stage,
                firing,
                severity,
                worst,
                severityTold,
                openedAt,
                resolvedAt,
                acknowledgement,
                snooze,
                raises,
                flapping);
    }

    IncidentState resolved(Instant at) {
        return new IncidentState(
                Stage.RESOLVED,
                firing,
                severity,
                worst,
                told,
                openedAt,
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                raises,
                flapping);
    }

    IncidentState reopened(List<Instant> raised, boolean nowFlapping) {
        return new IncidentState(
                Stage.OPEN,
                firing,
                severity,
                worst,
                told,
                openedAt,
                Optional.empty(),
                Optional.empty(),
                snooze,
                raised,
                nowFlapping);
    }

    IncidentState steady() {
        return new IncidentState(
                stage, firing, severity, worst, told, openedAt, resolvedAt, acknowledgement, snooze, List.of(), false);
    }

    IncidentState with(Optional<Acknowledgement> given, Stage changed) {
        return new IncidentState(
                changed, firing, severity, worst, told, openedAt, resolvedAt, given, snooze, raises, flapping);
    }

    IncidentState withSnooze(Optional<Snooze> given) {
        return new IncidentState(
                stage, firing, severity, worst, told, openedAt, resolvedAt, acknowledgement, given, raises, flapping);
    }
}
