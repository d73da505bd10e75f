package org.cmm.server.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;

/** The cookies that keep a browser logged in: out of reach of scripts, and never sent from other sites. */
final class Cookies {

    static final String ACCESS = "cmm_access";
    static final String REFRESH = "cmm_refresh";

    private Cookies() {}

    static Optional<String> value(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.getCookie(name))
                .map(Cookie::getValue)
                .filter(value -> !value.isEmpty());
    }

    static void set(HttpServerRequest request, String name, String value, Duration life) {
        request.response().addCookie(closed(request, name, value, "/").setMaxAge(life.toSeconds()));
    }

    static void clear(HttpServerRequest request, String name) {
        request.response().addCookie(closed(request, name, "", "/").setMaxAge(0));
    }

    static void setSession(HttpServerRequest request, Tokens tokens) {
        set(request, ACCESS, tokens.accessToken(), AccessTokens.LIFE);
        tokens.refreshToken().ifPresent(token -> set(request, REFRESH, token, Sessions.IDLE));
    }

    static void clearSession(HttpServerRequest request) {
        clear(request, ACCESS);
        clear(request, REFRESH);
    }

    private static Cookie closed(HttpServerRequest request, String name, String value, String path) {
        return Cookie.cookie(name, value)
                .setPath(path)
                .setHttpOnly(true)
                .setSameSite(CookieSameSite.STRICT)
                .setSecure("https".equals(request.scheme()));
    }
}
