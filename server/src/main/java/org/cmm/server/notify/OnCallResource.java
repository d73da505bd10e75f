package org.cmm.server.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.notify.Holiday;
import org.cmm.server.access.User;
import org.cmm.server.access.Users;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is on call, who follows whom, and which days are free, for programs. */
@Path("/api/v1/on-call")
@Tag(name = "notify")
@Singleton
@RolesAllowed("viewer")
class OnCallResource {

    private final Groups groups;
    private final EscalationSteps steps;
    private final Holidays holidays;
    private final Users users;
    private final InstantSource clock;

    OnCallResource(Groups groups, EscalationSteps steps, Holidays holidays, Users users, InstantSource clock) {
        this.groups = groups;
        this.steps = steps;
        this.holidays = holidays;
        this.users = users;
        this.clock = clock;
    }

    /**
     * A group.
     *
     * @param rotates whether its people take turns by ISO week; otherwise all of them are told
     * @param people names, in turn
     * @param now names of those who are told now
     */
    record GroupEntry(int id, String name, boolean rotates, String zone, List<String> people, List<String> now) {}

    /**
     * A step of the escalation.
     *
     * @param site number; left out for sites without steps of their own
     * @param person name; left out when it is a group
     * @param group number; left out when it is a person
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepEntry(
            int id,
            @Nullable Integer site,
            String lowestSeverity,
            long afterMinutes,
            @Nullable String person,
            @Nullable Integer group) {}

    /**
     * A holiday.
     *
     * @param rule fixed, easter or once
     * @param next its next date; left out when it has none yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolidayView(
            int id,
            String name,
            String nameFrench,
            String rule,
            @Nullable LocalDate next) {}

    @GET
    @Path("/groups")
    @Operation(summary = "Groups with whoever is on call now, by name")
    public ListPage<GroupEntry> groups() {
        Map<Integer, String> names = names();
        return ListPage.whole(groups.all().stream()
                .map(group -> new GroupEntry(
                        group.id(),
                        group.name(),
                        group.rotates(),
                        group.zone().getId(),
                        named(group.rota().people(), names),
                        named(group.reached(clock.instant()), names)))
                .toList());
    }

    @GET
    @Path("/steps")
    @Operation(summary = "Who is told when nobody acknowledges, by site and time")
    public ListPage<StepEntry> steps() {
        Map<Integer, String> names = names();
        return ListPage.whole(steps.all().stream()
                .map(step -> new StepEntry(
                        step.id(),
                        step.site().orElse(null),
                        Spelling.of(step.lowest()),
                        step.after().toMinutes(),
                        step.user()
                                .map(user -> names.getOrDefault(user, "#" + user))
                                .orElse(null),
                        step.group().orElse(null)))
                .toList());
    }

    @GET
    @Path("/holidays")
    @Operation(summary = "The calendar of public holidays")
    public ListPage<HolidayView> holidays() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        return ListPage.whole(holidays.all().stream()
                .map(entry -> new HolidayView(
                        entry.id(), entry.name(), entry.nameFrench(), rule(entry.holiday()), next(entry, today)))
                .toList());
    }

    private static String rule(Optional<Holiday> holiday) {
        return holiday.map(day -> switch (day) {
                    case Holiday.Fixed _ -> "fixed";
                    case Holiday.AfterEaster _ -> "easter";
                    case Holiday.Once _ -> "once";
                })
                .orElse("once");
    }

    private static @Nullable LocalDate next(HolidayEntry entry, LocalDate today) {
        return Stream.of(today.getYear(), today.getYear() + 1)
                .flatMap(year -> entry.in(year).stream())
                .filter(day -> !day.isBefore(today))
                .findFirst()
                .orElse(null);
    }

    private Map<Integer, String> names() {
        return users.active().stream().collect(Collectors.toMap(User::id, User::name));
    }

    private static List<String> named(List<Integer> people, Map<Integer, String> names) {
        return people.stream().map(user -> names.getOrDefault(user, "#" + user)).toList();
    }
}
