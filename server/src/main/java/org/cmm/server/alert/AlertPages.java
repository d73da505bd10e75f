package org.cmm.server.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import org.cmm.server.access.Visitor;
import org.cmm.server.alert.AlertPage.AlertChoice;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Settings;

/** Alerts for people. */
@Path("/alerts")
@Singleton
class AlertPages {

    private final AlertList list;
    private final AlertClosing closing;
    private final Servers servers;
    private final Visitor visitor;
    private final Settings settings;

    AlertPages(AlertList list, AlertClosing closing, Servers servers, Visitor visitor, Settings settings) {
        this.list = list;
        this.closing = closing;
        this.servers = servers;
        this.visitor = visitor;
        this.settings = settings;
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alerts(AlertPage page);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance alerts(
            @QueryParam("state") @DefaultValue("all") String state,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("server") @DefaultValue("") String server,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        FilterCheck check = new FilterCheck(servers);
        AlertFilter filter = check.filter(state, server, severity);
        long before = check.before(cursor);
        check.refuseFaults();
        AlertList.Shown shown =
                list.show(filter, before, new AlertWords(visitor.language(), ZoneId.of(settings.zone())));
        AlertChoice choice = new AlertChoice(
                state, severity, filter.server().map(Server::code).orElse(""));
        return Templates.alerts(new AlertPage(choice, shown.open(), shown.cleared(), shown.older(), cursor.isEmpty()));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("technician")
    public Response close(@PathParam("id") long id) {
        closing.close(id, visitor.name());
        return Response.seeOther(URI.create("/alerts")).build();
    }
}
