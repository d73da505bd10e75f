package org.cmm.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a browser send. The browser itself says where a request comes from
 * ({@code Sec-Fetch-Site}, or {@code Origin} where the page is served without TLS), and scripts cannot forge either.
 */
@ApplicationScoped
class CrossSiteGuard {

    /** Before the session is looked up. */
    private static final int PRIORITY = 250;

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Optional<String> ownUrl;
    private final ObjectMapper json;

    @Inject
    CrossSiteGuard(Settings settings, ObjectMapper json) {
        this.ownUrl = settings.url();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (SAFE.contains(request.method()) || isWelcome(request)) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(403)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(refusal());
    }

    private boolean isWelcome(HttpServerRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return switch (Sender.of(site, origin, authority(request), ownUrl)) {
            case OWN_PAGE -> true;
            case OTHER_SITE -> false;
            case UNKNOWN -> !carriesSession(request);
        };
    }

    private static boolean carriesSession(HttpServerRequest request) {
        return Cookies.value(request, Cookies.ACCESS).isPresent()
                || Cookies.value(request, Cookies.REFRESH).isPresent();
    }

    private static String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null ? "" : authority.toString();
    }

    private String refusal() {
        try {
            return json.writeValueAsString(
                    Problem.of(
                            403,
                            "cross-site",
                            "This request comes from another site",
                            "Send it from CMM's own pages; a program without a browser uses 'Authorization: Bearer' instead of cookies"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who made the browser send a request. */
    enum Sender {
        OWN_PAGE,
        OTHER_SITE,
        /** Nothing says so: no browser, or one from before 2020. */
        UNKNOWN;

        /**
         * @param site value of {@code Sec-Fetch-Site}; browsers send it over TLS and to localhost only
         * @param origin value of {@code Origin}
         * @param host the authority that the request was sent to
         */
        static Sender of(@Nullable String site, @Nullable String origin, String host, Optional<String> ownUrl) {
            if (site != null) {
                return site.equals("same-origin") || site.equals("none") ? OWN_PAGE : OTHER_SITE;
            }
            if (origin == null) {
                return UNKNOWN;
            }
            String sender = authority(origin);
            boolean own = sender.equals(host.toLowerCase(Locale.ROOT))
                    || ownUrl.map(Sender::authority).filter(sender::equals).isPresent();
            return own && !sender.isEmpty() ? OWN_PAGE : OTHER_SITE;
        }

        private static String authority(String url) {
            try {
                String authority = URI.create(url).getRawAuthority();
                return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }
}
