package org.cmm.server.trend;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import org.cmm.server.access.Visitor;
import org.jspecify.annotations.Nullable;

/** History for people. */
@Path("/history")
@Singleton
@RolesAllowed("viewer")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class TrendPages {

    private static final String CHOICE = "history";
    private static final String KEPT = "[\\w\\-.=&%+*]{1,2000}";

    private final TrendBoard board;
    private final MachineSearch search;
    private final Visitor visitor;

    TrendPages(TrendBoard board, MachineSearch search, Visitor visitor) {
        this.board = board;
        this.search = search;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "trend")
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(TrendView view);

        static native TemplateInstance found(TrendView.Found found);

        static native TemplateInstance marks(TrendView.Marks marks);
    }

    /** Without a question the last choice comes back; with one, it becomes the last. */
    @GET
    public Response page(
            @BeanParam TrendQuery query,
            @CookieParam(CHOICE) @Nullable String kept,
            @Context UriInfo address,
            @Context HttpServerRequest request) {
        boolean plain = address.getRequestUri().getRawQuery() == null;
        if (plain && kept != null && kept.matches(KEPT)) {
            return Response.seeOther(URI.create(TrendQuery.PATH + "?" + kept)).build();
        }
        TrendView view = board.view(query, visitor.language());
        if (!plain) {
            keep(request, view.query().address());
        }
        return Response.ok(Templates.history(view)).build();
    }

    /** What a search while typing finds. */
    @GET
    @Path("/machines")
    public TemplateInstance found(@BeanParam TrendQuery query) {
        return Templates.found(search.find(query));
    }

    /** The alerts of the span that charts show after a zoom, or after some time. */
    @GET
    @Path("/alerts")
    public TemplateInstance marks(@BeanParam TrendQuery query) {
        return Templates.marks(board.marks(query, visitor.language()));
    }

    private static void keep(HttpServerRequest request, String address) {
        String choice = address.substring(address.indexOf('?') + 1);
        if (choice.matches(KEPT)) {
            request.response()
                    .addCookie(Cookie.cookie(CHOICE, choice)
                            .setPath(TrendQuery.PATH)
                            .setHttpOnly(true)
                            .setSameSite(CookieSameSite.LAX)
                            .setMaxAge(Duration.ofDays(90).toSeconds()));
        }
    }
}
