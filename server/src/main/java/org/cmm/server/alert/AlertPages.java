package org.cmm.server.alert;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.cmm.server.access.Visitor;

/** Alerts for people. */
@Path("/alerts")
@Singleton
class AlertPages {

    private final AlertBoard board;
    private final AlertClosing closing;
    private final Visitor visitor;

    AlertPages(AlertBoard board, AlertClosing closing, Visitor visitor) {
        this.board = board;
        this.closing = closing;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "alert")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance alerts(AlertPage page);
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance alerts(@BeanParam AlertQuery query) {
        return Templates.alerts(board.page(query, visitor.language()));
    }

    @POST
    @Path("/{id}/close")
    @RolesAllowed("technician")
    public Response close(@PathParam("id") long id) {
        closing.close(id, visitor.name());
        return Response.seeOther(URI.create("/alerts")).build();
    }
}
