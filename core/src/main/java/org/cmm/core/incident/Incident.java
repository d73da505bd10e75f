package org.cmm.core.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Entry.Kind;
import org.cmm.core.incident.IncidentState.Acknowledgement;
import org.cmm.core.incident.IncidentState.Snooze;
import org.cmm.core.incident.IncidentState.Stage;

/**
 * The life of an incident, one step at a time, and its timeline.
 *
 * <p>People are told of a trouble once, when it begins or when what held the notice back ends, and once when it is
 * over; in between when it gets worse or when an acknowledgement expires. What holds back holds back the notice and
 * never the record, and an end is told to everyone who was told of the beginning.
 *
 * <p>Not thread-safe. {@code heldBack} is what holds notices back from outside, such as {@code window:12}.
 */
public final class Incident {

    /** So soon after its end the same trouble is the same incident. */
    public static final Duration REOPENED_WITHIN = Duration.ofHours(1);

    /** Whoever comes back so often within this time is flapping, and steady after as long a rest. */
    public static final Duration FLAPPING_WITHIN = Duration.ofHours(1);

    static final int FLAPPING_RAISES = 4;

    private static final String BY_SNOOZE = "snooze";
    private static final String BY_FLAPPING = "flapping";

    private final List<Entry> entries = new ArrayList<>();
    private IncidentState now;
    private Optional<Long> cause = Optional.empty();

    /** Goes on where an incident was left. */
    public Incident(IncidentState left) {
        now = left;
    }

    /** Begins with an alert. */
    public static Incident opened(long alert, Severity severity, Instant at, Optional<String> heldBack) {
        Incident opened = new Incident(new IncidentState(
                Stage.OPEN,
                Map.of(alert, severity),
                severity,
                severity,
                Optional.empty(),
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(at),
                false));
        opened.cause = Optional.of(alert);
        opened.tellBeginning(Kind.OPENED, at, heldBack);
        return opened;
    }

    public IncidentState state() {
        return now;
    }

    /** What happened since it was constructed, in its order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** An alert begins; one that is known already changes nothing. */
    public void raised(long alert, Severity severity, Instant at, Optional<String> heldBack) {
        if (now.stage() == Stage.CLOSED) {
            throw new IllegalStateException("a closed incident takes no alert");
        }
        if (now.firing().containsKey(alert)) {
            return;
        }
        cause = Optional.of(alert);
        Severity before = now.severity();
        boolean again = now.firing().isEmpty();
        now = now.withFiring(alert, severity);
        if (again) {
            reopen(at, heldBack);
            return;
        }
        write(Entry.of(Kind.JOINED, at, now.severity()));
        compare(before, at, heldBack);
    }

    /** An alert changes its severity. */
    public void moved(long alert, Severity to, Instant at, Optional<String> heldBack) {
        if (!now.firing().containsKey(alert)) {
            return;
        }
        cause = Optional.of(alert);
        Severity before = now.severity();
        now = now.withFiring(alert, to);
        compare(before, at, heldBack);
    }

    /** An alert is over, and with the last one the trouble. */
    public void cleared(long alert, Instant at) {
        if (!now.firing().containsKey(alert)) {
            return;
        }
        cause = Optional.of(alert);
        now = now.withoutFiring(alert);
        if (!now.firing().isEmpty()) {
            write(Entry.of(Kind.ALERT_OVER, at, now.severity()));
            return;
        }
        now = now.resolved(at);
        tellEnd(at);
    }

    /** What time alone brings. */
    public void tick(Instant at, Optional<String> outside) {
        cause = Optional.empty();
        endFlapping(at);
        if (now.stage() == Stage.RESOLVED && !now.flapping() && isPast(now.resolvedAt(), REOPENED_WITHIN, at)) {
            now = now.with(Stage.CLOSED);
            write(Entry.of(Kind.CLOSED, at, now.severity()));
        }
        if (now.isOver() || outside.isPresent()) {
            return;
        }
        endSnooze(at);
        tellWhatWasHeldBack(at);
        expireAcknowledgement(at);
    }

    /** Somebody knows. */
    public void acknowledge(String by, Optional<Instant> until, Instant at) {
        requireFiring("acknowledged");
        Stage stage = now.stage() == Stage.OPEN ? Stage.ACKNOWLEDGED : now.stage();
        now = now.with(Optional.of(new Acknowledgement(by, until)), stage);
        entries.add(Entry.by(
                by,
                Kind.ACKNOWLEDGED,
                at,
                now.severity(),
                until.map(Instant::toString).orElse("")));
    }

    /** Somebody works on it. */
    public void start(String by, Instant at) {
        requireFiring("worked on");
        now = now.with(now.acknowledgement(), Stage.IN_PROGRESS);
        entries.add(Entry.by(by, Kind.STARTED, at, now.severity(), ""));
    }

    /** Whose it is; an empty name is nobody's. */
    public void assign(String by, String to, Instant at) {
        entries.add(Entry.by(by, Kind.ASSIGNED, at, now.severity(), to));
    }

    public void note(String by, String text, Instant at) {
        entries.add(Entry.by(by, Kind.NOTE, at, now.severity(), text));
    }

    /**
     * The probable cause is another from now on. People are told only of what still fires and was told before.
     *
     * @param belief the cause as the timeline keeps it
     * @param newsworthy whether it changes what to do
     */
    public void believe(String belief, boolean newsworthy, Instant at, Optional<String> outside) {
        Entry entry = Entry.by("", Kind.CAUSE, at, now.severity(), belief);
        boolean told = newsworthy && !now.isOver() && now.told().isPresent();
        entries.add(told ? entry.audible(outside.or(() -> snoozed(at)).or(this::flaps)) : entry);
    }

    /** Whoever is next was told. */
    public void escalated(String whom, Instant at) {
        entries.add(Entry.by("", Kind.ESCALATED, at, now.severity(), whom));
    }

    /** No notices until then, unless it gets worse. */
    public void snooze(String by, Instant until, Instant at) {
        requireFiring("snoozed");
        now = now.withSnooze(Optional.of(new Snooze(until, now.severity())));
        entries.add(Entry.by(by, Kind.SNOOZED, at, now.severity(), until.toString()));
    }

    /** Over for good. */
    public void close(String by, Instant at) {
        if (!now.firing().isEmpty()) {
            throw new IllegalStateException("an incident with alerts that fire cannot be closed");
        }
        if (now.stage() == Stage.CLOSED) {
            return;
        }
        if (now.flapping()) {
            now = now.steady();
            tellEnd(at);
        }
        now = now.with(Stage.CLOSED);
        entries.add(Entry.by(by, Kind.CLOSED, at, now.severity(), ""));
    }

    private void requireFiring(String what) {
        if (now.isOver()) {
            throw new IllegalStateException("an incident that is over cannot be " + what);
        }
    }

    private void reopen(Instant at, Optional<String> outside) {
        List<Instant> raises = Stream.concat(now.raises().stream(), Stream.of(at))
                .filter(raise -> raise.plus(FLAPPING_WITHIN).isAfter(at))
                .toList();
        boolean begins = !now.flapping() && raises.size() >= FLAPPING_RAISES;
        boolean calm = !now.flapping() && !begins;
        now = now.reopened(raises.subList(Math.max(0, raises.size() - FLAPPING_RAISES), raises.size()), !calm);
        if (calm) {
            tellBeginning(Kind.REOPENED, at, outside);
            return;
        }
        write(Entry.of(Kind.REOPENED, at, now.severity()).audible(Optional.of(BY_FLAPPING)));
        if (begins) {
            tellBeginning(Kind.FLAPPING, at, outside);
        }
    }

    private void tellBeginning(Kind kind, Instant at, Optional<String> outside) {
        Optional<String> heldBack = outside.or(() -> snoozed(at));
        write(Entry.of(kind, at, now.severity()).audible(heldBack));
        if (heldBack.isEmpty()) {
            now = now.withTold(Optional.of(now.severity()));
        }
    }

    /** To everyone who was told of the beginning, whatever holds back now; a flapping one is not over yet. */
    private void tellEnd(Instant at) {
        if (now.flapping()) {
            write(Entry.of(Kind.RECOVERED, at, now.severity()).audible(Optional.of(BY_FLAPPING)));
            return;
        }
        boolean told = now.told().isPresent();
        Entry recovered = Entry.of(Kind.RECOVERED, at, now.severity());
        write(told ? recovered.audible(Optional.empty()) : recovered);
        now = now.withTold(Optional.empty());
    }

    private void compare(Severity before, Instant at, Optional<String> outside) {
        int change = now.severity().compareTo(before);
        if (change < 0) {
            write(Entry.of(Kind.EASED, at, now.severity()));
        }
        if (change > 0) {
            tellWorse(at, outside);
        }
    }

    private void tellWorse(Instant at, Optional<String> outside) {
        boolean news =
                now.told().filter(told -> told.compareTo(now.severity()) < 0).isPresent();
        Optional<String> heldBack = outside.or(() -> snoozed(at)).or(this::flaps);
        Entry worsened = Entry.of(Kind.WORSENED, at, now.severity());
        write(news ? worsened.audible(heldBack) : worsened);
        if (news && heldBack.isEmpty()) {
            now = now.withTold(Optional.of(now.severity()));
        }
    }

    private Optional<String> snoozed(Instant at) {
        return now.snooze()
                .filter(snooze -> at.isBefore(snooze.until()) && now.severity().compareTo(snooze.severity()) <= 0)
                .map(snooze -> BY_SNOOZE);
    }

    private Optional<String> flaps() {
        return now.flapping() ? Optional.of(BY_FLAPPING) : Optional.empty();
    }

    private void endFlapping(Instant at) {
        if (!now.flapping() || !isPast(Optional.of(lastChange()), FLAPPING_WITHIN, at)) {
            return;
        }
        now = now.steady();
        write(Entry.of(Kind.STEADY, at, now.severity()));
        if (now.stage() == Stage.RESOLVED) {
            tellEnd(at);
        }
    }

    private Instant lastChange() {
        return now.resolvedAt().orElseGet(() -> now.raises().getLast());
    }

    private void endSnooze(Instant at) {
        if (now.snooze().filter(snooze -> !at.isBefore(snooze.until())).isEmpty()) {
            return;
        }
        now = now.withSnooze(Optional.empty());
        if (now.told().isPresent()) {
            write(Entry.of(Kind.STILL_THERE, at, now.severity()).audible(Optional.empty()));
        }
    }

    private void tellWhatWasHeldBack(Instant at) {
        if (now.told().isEmpty() && snoozed(at).isEmpty()) {
            tellBeginning(Kind.STILL_THERE, at, Optional.empty());
        } else if (now.told().filter(told -> told.compareTo(now.severity()) < 0).isPresent()
                && snoozed(at).isEmpty()
                && !now.flapping()) {
            tellWorse(at, Optional.empty());
        }
    }

    private void expireAcknowledgement(Instant at) {
        boolean expired = now.acknowledgement()
                .flatMap(Acknowledgement::until)
                .filter(until -> !at.isBefore(until))
                .isPresent();
        if (expired && now.stage() == Stage.ACKNOWLEDGED && snoozed(at).isEmpty()) {
            now = now.with(Optional.empty(), Stage.OPEN);
            write(Entry.of(Kind.ACKNOWLEDGEMENT_EXPIRED, at, now.severity()).audible(Optional.empty()));
        }
    }

    private static boolean isPast(Optional<Instant> since, Duration time, Instant at) {
        return since.filter(start -> !at.isBefore(start.plus(time))).isPresent();
    }

    private void write(Entry entry) {
        entries.add(cause.map(entry::of).orElse(entry));
    }
}
