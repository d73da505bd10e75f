package org.cmm.server.platform;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Tells browsers, with every answer, how little CMM's pages need. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = 10_000;

    private static final String STRICT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** Swagger UI writes scripts and styles into its page; no page of ours does. */
    private static final String FOR_API_DOCS = "default-src 'none'; script-src 'self' 'unsafe-inline';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    private static final String API_DOCS = "/api/v1/docs";

    /** Agents show nothing, and half a kilobyte more with every answer would be their user's prepaid traffic. */
    private static final String FOR_AGENTS = "/api/v1/agent/";

    private static final String HALF_A_YEAR = "max-age=15552000";

    void add(@Observes Filters filters) {
        filters.register(SecurityHeaders::add, BEFORE_EVERYTHING);
    }

    private static void add(RoutingContext exchange) {
        exchange.response().putHeader("X-Content-Type-Options", "nosniff");
        if (!exchange.normalizedPath().startsWith(FOR_AGENTS)) {
            addForPages(exchange);
        }
        exchange.next();
    }

    private static void addForPages(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        headers.set("Content-Security-Policy", policy(exchange.normalizedPath()));
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if (keepsToEncryption(exchange.request())) {
            headers.set("Strict-Transport-Security", HALF_A_YEAR);
        }
    }

    /** Whoever works at the machine itself also uses its other servers, under the same name and without encryption. */
    private static boolean keepsToEncryption(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return "https".equals(request.scheme()) && authority != null && !HostName.isThisMachine(authority.host());
    }

    static String policy(String path) {
        return path.equals(API_DOCS) || path.startsWith(API_DOCS + "/") ? FOR_API_DOCS : STRICT;
    }
}
