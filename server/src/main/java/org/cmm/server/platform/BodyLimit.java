package org.cmm.server.platform;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says in words that a body is too large, before it is read; the framework would only hang up with a bare status. */
@ApplicationScoped
class BodyLimit {

    private static final int EARLY = 5_000;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void add(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext exchange) {
        if (length(exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH)) <= most) {
            exchange.next();
            return;
        }
        JsonObject problem = new JsonObject()
                .put("type", "/problems/body-too-large")
                .put("title", "The body is too large")
                .put("status", 413)
                .put("detail", "a body may have at most %d bytes; send the rest in another request".formatted(most));
        exchange.response()
                .setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Buffer.buffer(problem.encode()));
    }

    /** What is no number is left to whoever reads the body. */
    private static long length(@Nullable String header) {
        return header == null || !header.matches("\\d{1,18}") ? 0 : Long.parseLong(header);
    }
}
