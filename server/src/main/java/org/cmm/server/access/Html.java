package org.cmm.server.access;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cmm.server.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** How pages answer. A page with somebody's account on it is never kept by a cache. */
final class Html {

    private static final String TYPE = "text/html;charset=UTF-8";

    private Html() {}

    static Response page(TemplateInstance page) {
        return page(200, page);
    }

    static Response page(int status, TemplateInstance page) {
        return Response.status(status)
                .type(TYPE)
                .header("Cache-Control", "no-store")
                .entity(page.render())
                .build();
    }

    static Response goTo(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    /** Does what a form asks; when it is refused, shows the form again with the reasons beside its fields. */
    static Response form(Supplier<Response> act, Function<Faults, TemplateInstance> again) {
        try {
            return act.get();
        } catch (ProblemException e) {
            Response refused = page(e.problem().status(), again.apply(Faults.of(e.problem())));
            return e.retryAfter()
                    .map(wait -> Response.fromResponse(refused)
                            .header("Retry-After", Math.max(1, wait.toSeconds()))
                            .build())
                    .orElse(refused);
        }
    }

    /** What was typed into a field, empty when it was not sent. */
    static String typed(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** A path on this server to go on to; anything else leads to the start page. */
    static String ownPath(@Nullable String path) {
        boolean own = path != null && path.matches("/(?![/\\\\])[\\w\\-./?=&%+~:,@]*") && isDecodable(path);
        return own && path != null ? path : "/";
    }

    private static boolean isDecodable(String path) {
        return !path.matches(".*%(?![0-9A-Fa-f]{2}).*");
    }
}
