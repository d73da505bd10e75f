package org.cmm.server.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who sent a request: by a session's access token in a header or a cookie, or by an API token. The token only
 * names the session; whether it still stands, and with which role, is read from the database each time, so that an
 * administrator's word counts at once. A credential that proves nothing makes a stranger, not an error.
 */
@ApplicationScoped
class AccessMechanism implements HttpAuthenticationMechanism {

    private final BlockingSecurityExecutor threads;
    private final AccessTokens accessTokens;
    private final Sessions sessions;
    private final ApiTokens apiTokens;

    @Inject
    AccessMechanism(
            BlockingSecurityExecutor threads, AccessTokens accessTokens, Sessions sessions, ApiTokens apiTokens) {
        this.threads = threads;
        this.accessTokens = accessTokens;
        this.sessions = sessions;
        this.apiTokens = apiTokens;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        HttpServerRequest request = exchange.request();
        Optional<Credential> credential = isAgents(request) ? Optional.empty() : Credential.of(request);
        return credential
                .map(shown -> threads.executeBlocking(() -> identity(request, shown)))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** Agents prove themselves elsewhere, on a path that has no microsecond to spare. */
    private static boolean isAgents(HttpServerRequest request) {
        String path = request.path();
        return path != null && path.startsWith("/api/v1/agent/");
    }

    private @Nullable SecurityIdentity identity(HttpServerRequest request, Credential shown) {
        Optional<Caller> caller =
                switch (shown) {
                    case Credential.AccessToken(String token) -> bySession(token);
                    case Credential.ApiSecret(String secret) -> apiTokens.caller(secret);
                    case Credential.BrowserCookies cookies -> byCookies(request, cookies);
                };
        return caller.map(Caller::identity).orElse(null);
    }

    private Optional<Caller> bySession(String token) {
        return accessTokens.session(token).flatMap(session -> sessions.user(session)
                .map(user -> caller(user, session)));
    }

    private Optional<Caller> byCookies(HttpServerRequest request, Credential.BrowserCookies cookies) {
        Optional<Caller> caller = cookies.access().flatMap(this::bySession).or(() -> cookies.refresh()
                .flatMap(token -> renewed(request, token)));
        if (caller.isEmpty()) {
            Cookies.clearSession(request);
        }
        return caller;
    }

    private Optional<Caller> renewed(HttpServerRequest request, String refreshToken) {
        return sessions.renew(refreshToken).map(opened -> {
            Cookies.setSession(request, Tokens.of(accessTokens.sign(opened.user(), opened.session()), opened));
            return caller(opened.user(), opened.session());
        });
    }

    private static Caller caller(User user, UUID session) {
        return new Caller(user, user.role(), new Caller.Proof.BySession(session));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }
}
