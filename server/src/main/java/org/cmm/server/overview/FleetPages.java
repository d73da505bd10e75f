package org.cmm.server.overview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import org.cmm.server.access.Visitor;
import org.jspecify.annotations.Nullable;

/** The fleet at a glance: where everybody begins. */
@Path("/fleet")
@Singleton
@RolesAllowed("viewer")
@Produces(MediaType.TEXT_HTML)
class FleetPages {

    private static final String FILTERS = "fleet";
    private static final String KEPT = "[\\w\\-.=&%+*]{1,1000}";

    private final FleetBoard board;
    private final Visitor visitor;

    FleetPages(FleetBoard board, Visitor visitor) {
        this.board = board;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "overview")
    static class Templates {
        private Templates() {}

        static native TemplateInstance fleet(FleetView view);

        static native TemplateInstance row(FleetRow row);

        static native TemplateInstance head(FleetView view);

        static native TemplateInstance strips(List<SiteStrip> strips, int moreSites);

        static native TemplateInstance chips(FleetView view);
    }

    /** Without a question the last filters come back; with one, it becomes the last. */
    @GET
    public Response page(
            @BeanParam FleetQuery query,
            @CookieParam(FILTERS) @Nullable String kept,
            @Context UriInfo address,
            @Context HttpServerRequest request) {
        boolean plain = address.getRequestUri().getRawQuery() == null;
        if (plain && kept != null && kept.matches(KEPT)) {
            return Response.seeOther(URI.create("/fleet?" + kept)).build();
        }
        keep(request, query.withPage(1).address(""));
        return Response.ok(Templates.fleet(board.view(query, visitor.language())))
                .build();
    }

    private static void keep(HttpServerRequest request, String address) {
        String filters = address.startsWith("?") ? address.substring(1) : "";
        request.response()
                .addCookie(Cookie.cookie(FILTERS, filters)
                        .setPath("/fleet")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setMaxAge(filters.isEmpty() ? 0 : Duration.ofDays(90).toSeconds()));
    }
}
