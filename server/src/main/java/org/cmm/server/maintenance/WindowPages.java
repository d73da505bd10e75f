package org.cmm.server.maintenance;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.FormFaults;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** Maintenance windows for people. */
@Path("/maintenance")
@Singleton
class WindowPages {

    private final Windows windows;
    private final WindowTable table;
    private final WindowBoard board;
    private final WindowChecks checks;
    private final Visitor visitor;
    private final InstantSource clock;
    private final ZoneId institution;

    WindowPages(
            Windows windows,
            WindowTable table,
            WindowBoard board,
            WindowChecks checks,
            Visitor visitor,
            InstantSource clock,
            Settings settings) {
        this.windows = windows;
        this.table = table;
        this.board = board;
        this.checks = checks;
        this.visitor = visitor;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    @CheckedTemplate(basePath = "maintenance")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance windows(WindowBoard.Page page, WindowDraft draft, FormFaults faults);

        static native TemplateInstance window(WindowBoard.Detail view);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance all() {
        String today = LocalDate.ofInstant(clock.instant(), institution).toString();
        WindowDraft empty = new WindowDraft("", "fleet", "", "once", List.of(), today, "20:00", "2", "", "");
        return Templates.windows(board.page(visitor.language()), empty, FormFaults.NONE);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(@PathParam("id") int id) {
        return Templates.window(board.detail(known(id), visitor.language()));
    }

    @POST
    @RolesAllowed("technician")
    @Produces(MediaType.TEXT_HTML)
    public Response plan(
            @FormParam("reason") @Nullable String reason,
            @FormParam("scope") @Nullable String scope,
            @FormParam("target") @Nullable String target,
            @FormParam("recurrence") @Nullable String recurrence,
            @FormParam("days") @Nullable List<String> days,
            @FormParam("from") @Nullable String from,
            @FormParam("start") @Nullable String start,
            @FormParam("hours") @Nullable String hours,
            @FormParam("until") @Nullable String until) {
        WindowDraft draft = new WindowDraft(
                reason, scope, board.targetOf(scope, target), recurrence, days, from, start, hours, until, "");
        WindowCheck check = checks.in(visitor.language());
        Optional<WindowDraft.Checked> wanted = check.check(draft);
        if (wanted.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.windows(board.page(visitor.language()), draft, FormFaults.of(check.faults())))
                    .build();
        }
        windows.plan(wanted.get(), visitor.name());
        return Response.seeOther(URI.create("/maintenance?done=added")).build();
    }

    @POST
    @Path("/{id}/end")
    @RolesAllowed("technician")
    public Response end(@PathParam("id") int id) {
        known(id);
        windows.end(id, visitor.name());
        return Response.seeOther(URI.create("/maintenance?done=ended")).build();
    }

    private PlannedWindow known(int id) {
        return table.find(id).orElseThrow(() -> Problem.notFound("there is no maintenance window " + id)
                .exception());
    }
}
