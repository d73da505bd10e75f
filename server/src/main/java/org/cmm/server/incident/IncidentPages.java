package org.cmm.server.incident;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** Incidents for people. */
@Path("/incidents")
@Singleton
class IncidentPages {

    private final IncidentBoard board;
    private final IncidentReport report;
    private final IncidentHistory incidents;
    private final IncidentActions actions;
    private final Visitor visitor;
    private final InstantSource clock;

    IncidentPages(
            IncidentBoard board,
            IncidentReport report,
            IncidentHistory incidents,
            IncidentActions actions,
            Visitor visitor,
            InstantSource clock) {
        this.board = board;
        this.report = report;
        this.incidents = incidents;
        this.actions = actions;
        this.visitor = visitor;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "incident")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance incidents(IncidentPage page);

        static native TemplateInstance incident(IncidentDetail view);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance all(@BeanParam IncidentQuery query) {
        return Templates.incidents(board.page(query, IncidentBoard.Reader.of(visitor)));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(@PathParam("id") long id) {
        return Templates.incident(report.of(known(id), visitor.language(), ""));
    }

    @POST
    @Path("/acknowledge")
    @RolesAllowed("technician")
    public Response acknowledgeAll(
            @FormParam("id") @Nullable List<Long> ids, @FormParam("back") @DefaultValue("/incidents") String back) {
        actions.acknowledge(Optional.ofNullable(ids).orElse(List.of()), visitor.name());
        String place = back.matches("/incidents(\\?[\\w\\-.=&%+]*)?") ? back : "/incidents";
        return Response.seeOther(URI.create(place)).build();
    }

    @POST
    @Path("/{id}/acknowledge")
    @RolesAllowed("technician")
    public Response acknowledge(@PathParam("id") long id, @FormParam("hours") @DefaultValue("") String hours) {
        return done(id, () -> actions.acknowledge(id, visitor.name(), inHours(hours)));
    }

    @POST
    @Path("/{id}/start")
    @RolesAllowed("technician")
    public Response start(@PathParam("id") long id) {
        return done(id, () -> actions.start(id, visitor.name()));
    }

    @POST
    @Path("/{id}/snooze")
    @RolesAllowed("technician")
    public Response snooze(@PathParam("id") long id, @FormParam("hours") @DefaultValue("1") String hours) {
        Instant until = inHours(hours).orElseGet(() -> clock.instant().plus(Duration.ofHours(1)));
        return done(id, () -> actions.snooze(id, visitor.name(), until));
    }

    @POST
    @Path("/{id}/assign")
    @RolesAllowed("technician")
    public Response assign(@PathParam("id") long id, @FormParam("user") @DefaultValue("") String user) {
        return done(id, () -> actions.assign(id, visitor.name(), user));
    }

    @POST
    @Path("/{id}/note")
    @RolesAllowed("technician")
    public Response note(@PathParam("id") long id, @FormParam("text") @DefaultValue("") String text) {
        return done(id, () -> actions.note(id, visitor.name(), text));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("technician")
    public Response close(@PathParam("id") long id) {
        return done(id, () -> actions.close(id, visitor.name()));
    }

    /** Back to the incident, or the same page with what kept it from being done. */
    private Response done(long id, Runnable act) {
        try {
            act.run();
            return Response.seeOther(URI.create("/incidents/" + id)).build();
        } catch (ProblemException e) {
            if (e.problem().status() == 404) {
                throw e;
            }
            return Response.status(e.problem().status())
                    .entity(Templates.incident(
                            report.of(known(id), visitor.language(), e.problem().detail())))
                    .build();
        }
    }

    private Optional<Instant> inHours(String hours) {
        return hours.matches("\\d{1,3}")
                ? Optional.of(clock.instant().plus(Duration.ofHours(Long.parseLong(hours))))
                : Optional.empty();
    }

    private IncidentRecord known(long id) {
        return incidents.find(id).orElseThrow(() -> Problem.notFound("there is no incident " + id)
                .exception());
    }
}
