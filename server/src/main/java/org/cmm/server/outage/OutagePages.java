package org.cmm.server.outage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.cmm.server.access.Visitor;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Availability for people, and their word on causes. */
@Path("/")
@Singleton
class OutagePages {

    private final AvailabilityBoard board;
    private final Outages outages;
    private final Corrections corrections;
    private final Listing listing;
    private final Visitor visitor;

    OutagePages(AvailabilityBoard board, Outages outages, Corrections corrections, Listing listing, Visitor visitor) {
        this.board = board;
        this.outages = outages;
        this.corrections = corrections;
        this.listing = listing;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "outage")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance availability(AvailabilityPage page);
    }

    @GET
    @Path("/availability")
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance availability(@BeanParam AvailabilityQuery query) {
        return Templates.availability(board.page(query, visitor.language()));
    }

    @POST
    @Path("/outages/{id}/correction")
    @RolesAllowed("technician")
    public Response correct(
            @PathParam("id") long id,
            @FormParam("cause") @Nullable String cause,
            @FormParam("note") @Nullable String note) {
        StoredOutage outage = known(id);
        corrections.correct(outage, CorrectionForm.checked(new CorrectionForm(cause, note)), visitor.name());
        return back(outage);
    }

    @POST
    @Path("/outages/{id}/withdrawal")
    @RolesAllowed("technician")
    public Response withdraw(@PathParam("id") long id) {
        StoredOutage outage = known(id);
        corrections.withdraw(outage);
        return back(outage);
    }

    private StoredOutage known(long id) {
        return outages.find(id).orElseThrow(() -> Problem.notFound("there is no outage %d".formatted(id))
                .exception());
    }

    private Response back(StoredOutage outage) {
        String code = listing.server(outage.serverId()).map(Server::code).orElse("");
        return Response.seeOther(URI.create("/servers/" + code + "?done=saved#outages"))
                .build();
    }
}
