package org.cmm.server.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.cmm.server.platform.Proxies;

/** Whoever sent the present request; pages know it as {@code cdi:visitor}. */
@Named("visitor")
@RequestScoped
public class Visitor {

    /** Cookie that holds the code of the language somebody chose on a page. */
    public static final String LANGUAGE_COOKIE = "language";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest current;
    private final Proxies proxies;

    @Inject
    Visitor(SecurityIdentity identity, CurrentVertxRequest current, Proxies proxies) {
        this.identity = identity;
        this.current = current;
        this.proxies = proxies;
    }

    Optional<Caller> caller() {
        return identity.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** Whether somebody is logged in. */
    public boolean isKnown() {
        return caller().isPresent();
    }

    /** Name of the user; empty for a stranger. */
    public String name() {
        return caller().map(Caller::getName).orElse("");
    }

    /** Number of the user; empty for a stranger. */
    public OptionalInt userId() {
        return caller().map(caller -> OptionalInt.of(caller.user().id())).orElse(OptionalInt.empty());
    }

    /** What this request may do; empty for a stranger. */
    public Optional<Role> role() {
        return caller().map(Caller::role);
    }

    public boolean isViewer() {
        return may(Role.VIEWER);
    }

    public boolean isTechnician() {
        return may(Role.TECHNICIAN);
    }

    public boolean isAdmin() {
        return may(Role.ADMIN);
    }

    /** Whether this request may do what that role may. */
    public boolean may(Role needed) {
        return role().filter(role -> role.includes(needed)).isPresent();
    }

    /** The language to answer in: chosen on a page, else in the account, else by the browser, else English. */
    public Language language() {
        return request()
                .map(request -> request.getCookie(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of)
                .or(() -> caller().flatMap(caller -> caller.user().language()))
                .or(() -> header("Accept-Language").flatMap(Language::preferred))
                .orElse(Language.ENGLISH);
    }

    /** {@link #language()} for formats and messages. */
    public Locale locale() {
        return language().locale();
    }

    /** Whether the answer is for a person's eyes: a browser opens a page, and that is no part of the API. */
    public boolean wantsPage() {
        return request()
                .filter(request -> !String.valueOf(request.path()).startsWith("/api/"))
                .map(request -> request.getHeader("Accept"))
                .filter(accepted -> accepted.contains("text/html"))
                .isPresent();
    }

    /** Address that the request came from. */
    String address() {
        return request().map(proxies::client).orElse("");
    }

    /** The browser or program, as it calls itself. */
    String program() {
        return header("User-Agent").map(Visitor::printable).orElse("");
    }

    Optional<RoutingContext> exchange() {
        return Optional.ofNullable(current.getCurrent());
    }

    private Optional<HttpServerRequest> request() {
        return exchange().map(RoutingContext::request);
    }

    private Optional<String> header(String name) {
        return request().map(request -> request.getHeader(name));
    }

    private static String printable(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", "");
        return clean.length() <= 200 ? clean : clean.substring(0, 200);
    }
}
