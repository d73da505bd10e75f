package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.alert.Severity;
import org.cmm.core.notify.OnCall;
import org.cmm.server.access.User;
import org.cmm.server.fleet.Listing;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Jdbi;

/** Reads the forms of the on-call page. */
@Singleton
class OnCallForms {

    private static final int LONGEST_NAME = 80;
    private static final long MOST_MINUTES = 10_080;

    private final Jdbi jdbi;
    private final OnCallBoard board;
    private final Listing listing;
    private final Wording wording;

    OnCallForms(Jdbi jdbi, OnCallBoard board, Listing listing, Wording wording) {
        this.jdbi = jdbi;
        this.board = board;
        this.listing = listing;
        this.wording = wording;
    }

    record GroupRead(Optional<GroupDraft> draft, List<FieldFault> faults) {}

    record StandInRead(Optional<OnCall.StandIn> period, List<FieldFault> faults) {}

    record StepRead(Optional<EscalationStep> step, List<FieldFault> faults) {}

    GroupRead group(Form form, int id) {
        OnCallMessages words = wording.onCall();
        List<FieldFault> faults = new ArrayList<>();
        String name = form.line("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME || ChannelCheck.unprintable(name)) {
            faults.add(new FieldFault("name", words.faultName()));
        } else if (jdbi.withHandle(db -> Groups.nameTaken(db, name, id))) {
            faults.add(new FieldFault("name", words.faultTaken()));
        }
        Optional<LocalDate> first = form.day("first");
        if (first.isEmpty()) {
            faults.add(new FieldFault("first", words.faultDate()));
        }
        Optional<ZoneId> zone = form.zone("zone");
        if (zone.isEmpty()) {
            faults.add(new FieldFault("zone", words.faultZone()));
        }
        if (!faults.isEmpty()) {
            return new GroupRead(Optional.empty(), faults);
        }
        return new GroupRead(
                Optional.of(new GroupDraft(
                        name,
                        form.line("how").equals("rotate"),
                        first.orElseThrow(),
                        zone.orElseThrow(),
                        inTurn(form))),
                List.of());
    }

    /** People with a number, by their numbers; the same number twice goes by name. */
    private List<Integer> inTurn(Form form) {
        return board.users().stream()
                .filter(user -> form.number("place-" + user.id()).isPresent())
                .sorted(Comparator.comparing(
                        (User user) -> form.number("place-" + user.id()).orElseThrow()))
                .map(User::id)
                .toList();
    }

    GroupView again(int id, Form form, List<FieldFault> faults) {
        return new GroupView(
                id,
                form.line("name"),
                form.line("how").equals("rotate"),
                form.line("first"),
                form.line("zone"),
                board.places(inTurn(form)),
                Zones.OFFERED,
                FieldFaults.of(faults));
    }

    StandInRead standIn(Form form) {
        OnCallMessages words = wording.onCall();
        Optional<Integer> user = form.number("user").filter(users()::contains);
        Optional<LocalDate> from = form.day("from");
        Optional<LocalDate> until = form.day("until");
        List<FieldFault> faults = new ArrayList<>();
        if (user.isEmpty()) {
            faults.add(new FieldFault("user", words.faultPerson()));
        }
        if (from.isEmpty()) {
            faults.add(new FieldFault("from", words.faultDate()));
        }
        if (until.isEmpty()) {
            faults.add(new FieldFault("until", words.faultDate()));
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            faults.add(new FieldFault("until", words.faultOrder()));
        }
        if (!faults.isEmpty()) {
            return new StandInRead(Optional.empty(), faults);
        }
        return new StandInRead(
                Optional.of(new OnCall.StandIn(from.orElseThrow(), until.orElseThrow(), user.orElseThrow())),
                List.of());
    }

    /** A step; its target is sent as {@code user-7} or {@code group-3}. */
    StepRead step(Form form) {
        OnCallMessages words = wording.onCall();
        String target = form.line("target");
        Optional<Integer> number = number(target);
        Optional<Integer> user = target.startsWith("user-") ? number.filter(users()::contains) : Optional.empty();
        Optional<Integer> group = target.startsWith("group-")
                ? number.filter(id -> jdbi.withHandle(db -> Groups.find(db, id)).isPresent())
                : Optional.empty();
        Optional<Severity> lowest = Spelling.read(Severity.class, form.line("lowest"));
        Optional<Integer> minutes = form.number("after").filter(after -> after >= 1 && after <= MOST_MINUTES);
        Optional<Integer> site =
                form.number("site").filter(id -> listing.site(id).isPresent());
        List<FieldFault> faults = new ArrayList<>();
        if (minutes.isEmpty()) {
            faults.add(new FieldFault("after", words.faultMinutes()));
        }
        if (user.isEmpty() && group.isEmpty()) {
            faults.add(new FieldFault("target", words.faultTarget()));
        }
        if (lowest.isEmpty()) {
            faults.add(new FieldFault("lowest", words.faultSeverity()));
        }
        if (site.isEmpty() && form.checked("site")) {
            faults.add(new FieldFault("site", words.faultSite()));
        }
        if (!faults.isEmpty()) {
            return new StepRead(Optional.empty(), faults);
        }
        return new StepRead(
                Optional.of(new EscalationStep(
                        0, site, lowest.orElseThrow(), Duration.ofMinutes(minutes.orElseThrow()), user, group)),
                List.of());
    }

    private static Optional<Integer> number(String target) {
        String digits = target.replaceFirst("^(user|group)-", "");
        return digits.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    private Set<Integer> users() {
        return board.users().stream().map(User::id).collect(Collectors.toSet());
    }
}
