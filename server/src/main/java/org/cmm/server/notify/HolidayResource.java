package org.cmm.server.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cmm.core.notify.Holiday;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Spelling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The calendar of public holidays for programs. */
@Path("/api/v1/on-call/holidays")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notify")
@Singleton
@RolesAllowed("admin")
class HolidayResource {

    private final Holidays holidays;
    private final HolidayChanges changes;
    private final Wording wording;
    private final InstantSource clock;

    HolidayResource(Holidays holidays, HolidayChanges changes, Wording wording, InstantSource clock) {
        this.holidays = holidays;
        this.changes = changes;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A holiday.
     *
     * @param rule fixed, easter, lunar or once
     * @param law civil or religious, as law 73/5 of 7 December 1973 calls it; left out for a day that was added here
     * @param next its next date; left out when it has none any more
     * @param estimated whether that date is an estimate that may be wrong by a day or two, until it is announced
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolidayView(
            int id,
            String name,
            String nameFrench,
            String rule,
            @Nullable String law,
            @Nullable LocalDate next,
            boolean estimated) {}

    /** @param date as {@code 2027-03-10}; null when what was announced does not hold, and it is an estimate again */
    @Schema(examples = """
            {"date": "2027-03-10"}""")
    record DateBody(@Nullable String date) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "The calendar of public holidays; dates that follow the moon are estimates until announced")
    public ListPage<HolidayView> all() {
        return ListPage.whole(holidays.all().stream().map(this::view).toList());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One day of the calendar")
    public HolidayView one(@PathParam("id") int id) {
        return view(known(id));
    }

    @POST
    @Operation(summary = "Add a day to the calendar")
    @APIResponse(
            responseCode = "201",
            description = "The day",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = HolidayView.class)))
    public Response add(@Nullable HolidayBody body) {
        HolidayChanges.Read read = changes.read(Bodies.required(body).form());
        int id = changes.add(
                read.entry().orElseThrow(() -> Problem.invalid(read.faults()).exception()));
        return Response.created(URI.create("/api/v1/on-call/holidays/" + id))
                .entity(one(id))
                .build();
    }

    @PUT
    @Path("/{id}/date")
    @Operation(summary = "Enter the date that was announced, of a day that follows the moon or comes once")
    public HolidayView announce(@PathParam("id") int id, @Nullable DateBody body) {
        String date = Bodies.required(body).date();
        HolidayEntry entry = known(id);
        if (!entry.isEntered()) {
            throw Problem.conflict("not-movable", "holiday %d follows a rule, and its date is computed".formatted(id))
                    .exception();
        }
        Optional<LocalDate> day = Form.parsedDay(date == null ? "" : date);
        boolean withdrawn = date == null && entry.holiday() instanceof Holiday.Lunar;
        if (day.isEmpty() && !withdrawn) {
            throw Problem.invalid(
                            List.of(new FieldFault("date", wording.onCall().faultDate())))
                    .exception();
        }
        changes.announce(entry, day);
        return one(id);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a day from the calendar")
    public void remove(@PathParam("id") int id) {
        changes.remove(known(id));
    }

    private HolidayEntry known(int id) {
        return holidays.find(id)
                .orElseThrow(() -> Problem.notFound("there is no holiday " + id).exception());
    }

    private HolidayView view(HolidayEntry entry) {
        LocalDate today = clock.instant().atZone(wording.institution()).toLocalDate();
        Optional<Holiday.Day> next = entry.holiday().next(today);
        return new HolidayView(
                entry.id(),
                entry.name(),
                entry.nameFrench(),
                entry.rule(),
                entry.law().map(Spelling::of).orElse(null),
                next.map(Holiday.Day::date).orElse(null),
                next.filter(Holiday.Day::estimated).isPresent());
    }
}
