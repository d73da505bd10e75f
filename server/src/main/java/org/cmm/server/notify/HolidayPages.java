package org.cmm.server.notify;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.notify.Holiday;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Problem.FieldFault;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The calendar of public holidays. */
@Path("/holidays")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class HolidayPages {

    private final Jdbi jdbi;
    private final Holidays holidays;
    private final Wording wording;
    private final AuditLog audit;
    private final InstantSource clock;

    HolidayPages(Jdbi jdbi, Holidays holidays, Wording wording, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.holidays = holidays;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A line of the calendar.
     *
     * @param next its next date; empty when it has none
     * @param movable whether its date is entered for one year
     * @param date as a field of a form takes it
     */
    record Line(int id, String name, String when, String next, boolean movable, String date) {}

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        private Templates() {}

        static native TemplateInstance holidays(List<Line> lines, FieldFaults faults);
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("viewer")
    public TemplateInstance all() {
        return page(FieldFaults.NONE);
    }

    @POST
    public Response add(@Nullable MultivaluedMap<String, String> sent) {
        Form form = new Form(sent);
        String english = form.line("name");
        String french = form.line("nameFrench");
        Optional<LocalDate> day = form.day("date");
        List<FieldFault> faults = new ArrayList<>();
        Stream.of("name", "nameFrench")
                .filter(field -> !named(form.line(field)))
                .forEach(field ->
                        faults.add(new FieldFault(field, wording.onCall().faultName())));
        if (day.isEmpty()) {
            faults.add(new FieldFault("date", wording.onCall().faultDate()));
        }
        if (!faults.isEmpty()) {
            return Response.status(422).entity(page(FieldFaults.of(faults))).build();
        }
        Holiday holiday = form.checked("yearly")
                ? new Holiday.Fixed(MonthDay.from(day.orElseThrow()))
                : new Holiday.Once(day.orElseThrow());
        jdbi.useTransaction(db -> {
            Holidays.add(db, new HolidayEntry(0, english, french, Optional.of(holiday)));
            audit.record(
                    db, "holiday.add", "holiday " + english, null, day.get().toString());
        });
        return to("added");
    }

    @POST
    @Path("{id}/date")
    public Response announce(@PathParam("id") int id, @Nullable MultivaluedMap<String, String> sent) {
        Optional<LocalDate> day = new Form(sent).day("date");
        if (day.isEmpty()) {
            return Response.status(422)
                    .entity(page(FieldFaults.of(List.of(
                            new FieldFault("date-" + id, wording.onCall().faultDate())))))
                    .build();
        }
        jdbi.useTransaction(db -> {
            if (Holidays.announce(db, id, day.get())) {
                audit.record(
                        db, "holiday.date", "holiday " + id, null, day.get().toString());
            }
        });
        return to("saved");
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.WILDCARD)
    public Response remove(@PathParam("id") int id) {
        jdbi.useTransaction(db -> {
            if (Holidays.remove(db, id)) {
                audit.record(db, "holiday.remove", "holiday " + id, id, null);
            }
        });
        return to("removed");
    }

    private static boolean named(String name) {
        return !name.isEmpty() && name.length() <= 80 && !ChannelCheck.unprintable(name);
    }

    private TemplateInstance page(FieldFaults faults) {
        LocalDate today = clock.instant().atZone(wording.institution()).toLocalDate();
        List<Line> lines = holidays.all().stream()
                .sorted(Comparator.comparing(
                        (HolidayEntry entry) -> next(entry, today).orElse(LocalDate.MAX)))
                .map(entry -> line(entry, today))
                .toList();
        return Templates.holidays(lines, faults);
    }

    private static Optional<LocalDate> next(HolidayEntry entry, LocalDate today) {
        return Stream.of(today.getYear(), today.getYear() + 1)
                .flatMap(year -> entry.in(year).stream())
                .filter(day -> !day.isBefore(today))
                .findFirst();
    }

    private Line line(HolidayEntry entry, LocalDate today) {
        boolean movable =
                entry.holiday().filter(day -> !(day instanceof Holiday.Once)).isEmpty();
        String date = entry.holiday()
                .map(day -> day instanceof Holiday.Once(LocalDate once) ? once.toString() : "")
                .orElse("");
        return new Line(
                entry.id(),
                entry.in(wording.language()),
                when(entry),
                next(entry, today).map(day -> format("EEEE d MMMM uuuu", day)).orElse(""),
                movable,
                date);
    }

    private String when(HolidayEntry entry) {
        OnCallMessages words = wording.onCall();
        return entry.holiday()
                .map(holiday -> switch (holiday) {
                    case Holiday.Fixed(MonthDay day) -> words.yearly(format("d MMMM", day.atYear(2024)));
                    case Holiday.AfterEaster(int days) ->
                        days < 0
                                ? words.beforeEaster(Integer.toString(-days))
                                : words.afterEaster(Integer.toString(days));
                    case Holiday.Once _ -> words.once();
                })
                .orElseGet(words::notAnnounced);
    }

    private String format(String pattern, LocalDate day) {
        String text = DateTimeFormatter.ofPattern(pattern, wording.language().locale())
                .format(day);
        return wording.language() == Language.FRENCH ? text.replaceFirst("\\b1 ", "1er ") : text;
    }

    private static Response to(String done) {
        return Response.seeOther(URI.create("/holidays?done=" + done)).build();
    }
}
