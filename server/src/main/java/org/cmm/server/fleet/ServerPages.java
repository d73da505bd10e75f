package org.cmm.server.fleet;

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
import java.util.List;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Forms to add, change, retire and restore a server. */
@Path("/servers")
@Singleton
@RolesAllowed("technician")
@Produces(MediaType.TEXT_HTML)
class ServerPages {

    private final Servers servers;
    private final ServerChanges changes;
    private final Listing listing;
    private final VisitorWords words;

    ServerPages(Servers servers, ServerChanges changes, Listing listing, VisitorWords words) {
        this.servers = servers;
        this.changes = changes;
        this.listing = listing;
        this.words = words;
    }

    @CheckedTemplate(basePath = "fleet")
    static class Templates {
        private Templates() {}

        static native TemplateInstance serverForm(
                @Nullable Server server, ServerDraft draft, List<Site> sites, FormFaults faults);

        static native TemplateInstance retire(Server server, @Nullable String fault);
    }

    @GET
    @Path("/new")
    public TemplateInstance empty() {
        return Templates.serverForm(null, ServerDraft.empty(), listing.sites(), FormFaults.NONE);
    }

    @POST
    @Path("/new")
    public Response add(@BeanParam ServerForm form) {
        ServerDraft draft = form.draft();
        return answer(null, draft, changes.add(draft, words.now()));
    }

    @GET
    @Path("/{code}/edit")
    public TemplateInstance filled(@PathParam("code") String code) {
        Server server = known(code);
        return Templates.serverForm(server, ServerDraft.of(server), listing.sites(), FormFaults.NONE);
    }

    @POST
    @Path("/{code}/edit")
    public Response change(@PathParam("code") String code, @BeanParam ServerForm form) {
        Server server = known(code);
        ServerDraft draft = form.draft();
        return answer(server, draft, changes.change(server, draft, words.now()));
    }

    @GET
    @Path("/{code}/retire")
    public TemplateInstance askToRetire(@PathParam("code") String code) {
        return Templates.retire(known(code), null);
    }

    @POST
    @Path("/{code}/retire")
    public Response retire(@PathParam("code") String code) {
        changes.retire(known(code));
        return Response.seeOther(page(code)).build();
    }

    @POST
    @Path("/{code}/restore")
    public Response restore(@PathParam("code") String code) {
        Server server = known(code);
        return changes.restore(server)
                .map(other -> Response.status(409)
                        .entity(Templates.retire(server, words.now().enrolledAgain(other)))
                        .build())
                .orElseGet(() -> Response.seeOther(page(code)).build());
    }

    private Response answer(@Nullable Server server, ServerDraft draft, List<FieldFault> faults) {
        if (faults.isEmpty()) {
            return Response.seeOther(page(draft.code())).build();
        }
        return Response.status(422)
                .entity(Templates.serverForm(server, draft, listing.sites(), FormFaults.of(faults)))
                .build();
    }

    private Server known(String code) {
        return servers.byCode(code).orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                .exception());
    }

    private static URI page(String code) {
        return URI.create("/servers/" + code);
    }
}
