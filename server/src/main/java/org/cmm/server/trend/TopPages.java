package org.cmm.server.trend;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.cmm.server.access.Visitor;

/** Top lists for people. */
@Path(TopQuery.PATH)
@Singleton
@RolesAllowed("viewer")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class TopPages {

    private final TopBoard board;
    private final Visitor visitor;

    TopPages(TopBoard board, Visitor visitor) {
        this.board = board;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "trend")
    static class Templates {
        private Templates() {}

        static native TemplateInstance top(TopView view);
    }

    @GET
    public TemplateInstance page(@BeanParam TopQuery query) {
        return Templates.top(board.view(query, visitor.language()));
    }
}
