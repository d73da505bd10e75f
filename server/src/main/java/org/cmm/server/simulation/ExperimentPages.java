package org.cmm.server.simulation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Experiments for people: all of them, one, and what one may do with it. */
@Path("/experiments")
@Singleton
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ExperimentPages {

    private final Experiments experiments;
    private final ExperimentBoard board;
    private final Visitor visitor;

    ExperimentPages(Experiments experiments, ExperimentBoard board, Visitor visitor) {
        this.experiments = experiments;
        this.board = board;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "simulation")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance experiments(ExperimentBoard.ListPage page);

        static native TemplateInstance experiment(ExperimentBoard.Page page);
    }

    @GET
    @RolesAllowed("viewer")
    public TemplateInstance all(
            @QueryParam("cursor") @Nullable Cursor cursor, @QueryParam("studies") @Nullable Cursor studies) {
        return Templates.experiments(board.list(cursor, studies, visitor.language()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    public TemplateInstance one(@PathParam("id") int id) {
        return Templates.experiment(board.page(known(id), visitor.language()));
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed("technician")
    public Response cancel(@PathParam("id") int id) {
        known(id);
        experiments.cancel(id);
        return at(id, "");
    }

    @POST
    @Path("/{id}/remove")
    @RolesAllowed("technician")
    public Response remove(@PathParam("id") int id) {
        known(id);
        experiments.remove(id);
        return at(id, "");
    }

    @POST
    @Path("/{id}/restore")
    @RolesAllowed("technician")
    public Response restore(@PathParam("id") int id) {
        known(id);
        experiments.restore(id);
        return at(id, "");
    }

    private static Response at(int id, String query) {
        return Response.seeOther(URI.create("/experiments/" + id + query)).build();
    }

    private StoredExperiment known(int id) {
        return experiments.find(id).orElseThrow(() -> Problem.notFound("there is no experiment " + id)
                .exception());
    }
}
