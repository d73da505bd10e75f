package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cmm.core.notify.OnCall;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Site;
import org.cmm.server.notify.OnCallView.GroupCard;
import org.cmm.server.notify.OnCallView.StandInLine;
import org.cmm.server.notify.OnCallView.StepLine;
import org.cmm.server.notify.OnCallView.WeekLine;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Jdbi;

/** Puts the page of on-call weeks together. */
@Singleton
class OnCallBoard {

    private static final int WEEKS = 6;

    private final Jdbi jdbi;
    private final Groups groups;
    private final EscalationSteps steps;
    private final Holidays holidays;
    private final People people;
    private final Wording wording;
    private final InstantSource clock;

    /** Who there is, and where. */
    @Singleton
    record People(Users users, Recipients recipients, Listing listing) {}

    OnCallBoard(
            Jdbi jdbi,
            Groups groups,
            EscalationSteps steps,
            Holidays holidays,
            People people,
            Wording wording,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.groups = groups;
        this.steps = steps;
        this.holidays = holidays;
        this.people = people;
        this.wording = wording;
        this.clock = clock;
    }

    /** Everything that names and days are looked up in. */
    private record Known(Map<Integer, String> names, List<HolidayEntry> calendar) {

        String name(int user) {
            return names.getOrDefault(user, "#" + user);
        }
    }

    OnCallView page(FieldFaults faults) {
        List<User> active = people.users().active();
        Known known = new Known(active.stream().collect(Collectors.toMap(User::id, User::name)), holidays.all());
        List<Group> all = groups.all();
        List<EscalationStep> taken = steps.all();
        return new OnCallView(
                all.stream().map(group -> card(group, known)).toList(),
                taken.stream().map(step -> line(step, all, known)).toList(),
                active,
                people.listing().sites(),
                unreachable(all, taken, known),
                faults);
    }

    List<User> users() {
        return people.users().active();
    }

    private GroupCard card(Group group, Known known) {
        List<Integer> reached = group.reached(clock.instant());
        return new GroupCard(
                group.id(),
                group.name(),
                group.rotates(),
                reached.stream().map(known::name).collect(Collectors.joining(", ")),
                group.rota().people().stream().map(known::name).toList(),
                group.rotates() && !group.rota().people().isEmpty() ? weeks(group, known) : List.of(),
                group.standIns().stream().map(standIn -> line(standIn, known)).toList());
    }

    private StandInLine line(Group.StandIn standIn, Known known) {
        OnCall.StandIn period = standIn.period();
        return new StandInLine(
                standIn.id(),
                wording.onCall().standIn(known.name(period.person()), day(period.from()), day(period.until())));
    }

    private List<WeekLine> weeks(Group group, Known known) {
        OnCall.Week first = OnCall.Week.of(group.today(clock.instant()));
        return IntStream.range(0, WEEKS)
                .mapToObj(ahead -> week(group, new OnCall.Week(first.monday().plusWeeks(ahead)), ahead == 0, known))
                .toList();
    }

    private WeekLine week(Group group, OnCall.Week week, boolean current, Known known) {
        List<LocalDate> days =
                week.monday().datesUntil(week.monday().plusDays(7)).toList();
        String whose = days.stream()
                .flatMap(day -> group.rota().on(day).stream())
                .distinct()
                .map(known::name)
                .collect(Collectors.joining(", "));
        String free = days.stream().flatMap(day -> holidays(day, known)).collect(Collectors.joining(", "));
        return new WeekLine(
                wording.onCall().weekOf(Integer.toString(week.number()), day(week.monday()), day(week.sunday())),
                whose,
                free,
                current);
    }

    /** What is only expected says so, and a day that is free for the one before too. */
    private Stream<String> holidays(LocalDate day, Known known) {
        OnCallMessages words = wording.onCall();
        Stream<String> named = known.calendar().stream()
                .filter(entry -> entry.holiday().on(day) || entry.holiday().expectedOn(day))
                .map(entry -> entry.in(wording.language())
                        + (entry.holiday().on(day)
                                ? " (" + day(day) + ")"
                                : " (" + day(day) + ", " + words.expected() + ")"));
        return Holidays.free(known.calendar()).takesOver(day)
                ? Stream.concat(named, Stream.of(day(day) + ", " + words.forTheDayBefore()))
                : named;
    }

    private StepLine line(EscalationStep step, List<Group> all, Known known) {
        String target = step.user()
                .map(known::name)
                .or(() -> step.group()
                        .flatMap(id ->
                                all.stream().filter(group -> group.id() == id).findFirst())
                        .map(group -> wording.onCall().group(group.name())))
                .orElse("");
        return new StepLine(
                step.id(),
                step.site()
                        .flatMap(id -> people.listing().site(id))
                        .map(Site::name)
                        .orElseGet(() -> wording.onCall().everywhere()),
                Spelling.of(step.lowest()),
                wording.onCall().afterDuration(wording.figures().duration(step.after())),
                target);
    }

    private String unreachable(List<Group> all, List<EscalationStep> taken, Known known) {
        Set<Integer> needed = new HashSet<>(Stream.concat(
                        all.stream()
                                .flatMap(group -> Stream.concat(
                                        group.rota().people().stream(),
                                        group.standIns().stream()
                                                .map(standIn -> standIn.period().person()))),
                        taken.stream().flatMap(step -> step.user().stream()))
                .toList());
        jdbi.useHandle(db -> people.recipients().all(db).forEach(recipient -> needed.remove(recipient.user())));
        return needed.stream().map(known::name).sorted().collect(Collectors.joining(", "));
    }

    GroupView form(Optional<Group> group) {
        return new GroupView(
                group.map(Group::id).orElse(0),
                group.map(Group::name).orElse(""),
                group.map(Group::rotates).orElse(true),
                group.map(one -> one.rota().first()).orElseGet(this::today).toString(),
                group.map(Group::zone).orElseGet(wording::institution).getId(),
                places(group.map(one -> one.rota().people()).orElse(List.of())),
                Zones.OFFERED,
                FieldFaults.NONE);
    }

    List<GroupView.Place> places(List<Integer> inTurn) {
        List<GroupView.Place> places = new ArrayList<>();
        for (User user : users()) {
            int index = inTurn.indexOf(user.id());
            places.add(new GroupView.Place(user.id(), user.name(), index < 0 ? "" : Integer.toString(index + 1)));
        }
        return places;
    }

    private LocalDate today() {
        return clock.instant().atZone(wording.institution()).toLocalDate();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM", wording.language().locale()).format(day);
    }
}
