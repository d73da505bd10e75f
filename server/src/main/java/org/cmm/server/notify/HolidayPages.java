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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cmm.core.notify.Holiday;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** The calendar of public holidays. */
@Path("/holidays")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class HolidayPages {

    private final Holidays holidays;
    private final HolidayChanges changes;
    private final Wording wording;
    private final InstantSource clock;

    HolidayPages(Holidays holidays, HolidayChanges changes, Wording wording, InstantSource clock) {
        this.holidays = holidays;
        this.changes = changes;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A line of the calendar.
     *
     * @param source who says that it is a holiday
     * @param next its next date; empty when it has none
     * @param estimated whether that date is an estimate
     * @param movable whether its date is entered for one year
     * @param date as a field of a form takes it
     */
    record Line(
            int id,
            String name,
            String source,
            String when,
            String next,
            boolean estimated,
            boolean movable,
            String date,
            String fault) {}

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
        HolidayChanges.Read read = changes.read(new Form(sent));
        if (read.entry().isEmpty()) {
            return again(read.faults());
        }
        changes.add(read.entry().get());
        return to("added");
    }

    /** An empty date makes a feast that follows the moon an estimate again. */
    @POST
    @Path("{id}/date")
    public Response announce(@PathParam("id") int id, @Nullable MultivaluedMap<String, String> sent) {
        Form form = new Form(sent);
        Optional<LocalDate> day = form.day("date");
        Optional<HolidayEntry> entry = holidays.find(id);
        boolean withdrawn = form.line("date").isEmpty()
                && entry.filter(known -> known.holiday() instanceof Holiday.Lunar)
                        .isPresent();
        if (day.isEmpty() && !withdrawn) {
            return again(List.of(new FieldFault("date-" + id, wording.onCall().faultDate())));
        }
        entry.ifPresent(known -> changes.announce(known, day));
        return to("saved");
    }

    @POST
    @Path("{id}/remove")
    @Consumes(MediaType.WILDCARD)
    public Response remove(@PathParam("id") int id) {
        holidays.find(id).ifPresent(changes::remove);
        return to("removed");
    }

    private Response again(List<FieldFault> faults) {
        return Response.status(422).entity(page(FieldFaults.of(faults))).build();
    }

    private TemplateInstance page(FieldFaults faults) {
        LocalDate today = clock.instant().atZone(wording.institution()).toLocalDate();
        List<Line> lines = holidays.all().stream()
                .sorted(Comparator.comparing((HolidayEntry entry) ->
                        entry.holiday().next(today).map(Holiday.Day::date).orElse(LocalDate.MAX)))
                .map(entry -> line(entry, today, faults))
                .toList();
        return Templates.holidays(lines, faults);
    }

    private Line line(HolidayEntry entry, LocalDate today, FieldFaults faults) {
        Optional<Holiday.Day> next = entry.holiday().next(today);
        String fault = faults.in("date-" + entry.id());
        return new Line(
                entry.id(),
                entry.in(wording.language()),
                source(entry),
                when(entry),
                next.map(day -> format("EEEE d MMMM uuuu", day.date())).orElse(""),
                next.filter(Holiday.Day::estimated).isPresent(),
                entry.isEntered(),
                entered(entry),
                fault == null ? "" : fault);
    }

    private static String entered(HolidayEntry entry) {
        return switch (entry.holiday()) {
            case Holiday.Once(LocalDate day) -> day.toString();
            case Holiday.Lunar feast ->
                feast.announced().map(LocalDate::toString).orElse("");
            case Holiday.Fixed _, Holiday.AfterEaster _ -> "";
        };
    }

    private String source(HolidayEntry entry) {
        OnCallMessages words = wording.onCall();
        return entry.law()
                .map(law -> switch (law) {
                    case CIVIL -> words.lawCivil();
                    case RELIGIOUS -> words.lawReligious();
                })
                .orElseGet(words::addedHere);
    }

    private String when(HolidayEntry entry) {
        OnCallMessages words = wording.onCall();
        return switch (entry.holiday()) {
            case Holiday.Fixed(MonthDay day) -> words.yearly(format("d MMMM", day.atYear(2024)));
            case Holiday.AfterEaster(int days) ->
                days < 0 ? words.beforeEaster(Integer.toString(-days)) : words.afterEaster(Integer.toString(days));
            case Holiday.Lunar _ -> words.byTheMoon();
            case Holiday.Once _ -> words.once();
        };
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
