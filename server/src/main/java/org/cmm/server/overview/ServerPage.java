package org.cmm.server.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.cmm.server.access.Visitor;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One server: how it is, what it is, and its charts. The class has the path of the forms' class, or the framework would
 * take "new" for a code.
 */
@Path("/servers")
@Singleton
@RolesAllowed("viewer")
@Produces(MediaType.TEXT_HTML)
class ServerPage {

    private final Servers servers;
    private final ServerBoard board;
    private final Visitor visitor;

    ServerPage(Servers servers, ServerBoard board, Visitor visitor) {
        this.servers = servers;
        this.board = board;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        private Templates() {}

        static native TemplateInstance server(ServerView view);

        static native TemplateInstance serverState(ServerView view);

        static native TemplateInstance serverFacts(ServerView view);
    }

    @GET
    @Path("/{code}")
    public TemplateInstance page(
            @PathParam("code") String code,
            @QueryParam("span") @Nullable String span,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                        .exception());
        return Templates.server(board.view(
                new ServerBoard.Request(server, Span.of(span), Span.Stretch.of(from, to), visitor.language())));
    }
}
