package org.cmm.server.access;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** What a request shows to prove who sent it. */
sealed interface Credential {

    record AccessToken(String token) implements Credential {}

    record ApiSecret(String secret) implements Credential {}

    /** A browser's cookies; the access token may have ended already. */
    record BrowserCookies(Optional<String> access, Optional<String> refresh) implements Credential {}

    /** The header wins over cookies, so that a program is never mistaken for its user's browser. */
    static Optional<Credential> of(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            String token = header.substring(7).strip();
            return Optional.of(token.startsWith(ApiTokens.PREFIX) ? new ApiSecret(token) : new AccessToken(token));
        }
        Optional<String> access = Cookies.value(request, Cookies.ACCESS);
        Optional<String> refresh = Cookies.value(request, Cookies.REFRESH);
        return access.isEmpty() && refresh.isEmpty()
                ? Optional.empty()
                : Optional.of(new BrowserCookies(access, refresh));
    }
}
