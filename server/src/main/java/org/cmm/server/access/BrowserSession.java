package org.cmm.server.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Opens and ends the session that a browser's cookies stand for. */
@ApplicationScoped
class BrowserSession {

    private final Sessions sessions;
    private final AccessTokens accessTokens;
    private final Visitor visitor;

    @Inject
    BrowserSession(Sessions sessions, AccessTokens accessTokens, Visitor visitor) {
        this.sessions = sessions;
        this.accessTokens = accessTokens;
        this.visitor = visitor;
    }

    /** A session the browser had before ends, so that nobody goes on in another's name. */
    void open(HttpServerRequest request, User user) {
        end();
        Sessions.Opened opened = sessions.open(user);
        Cookies.setSession(request, Tokens.of(accessTokens.sign(user, opened.session()), opened));
    }

    void close(HttpServerRequest request) {
        end();
        Cookies.clearSession(request);
    }

    private void end() {
        visitor.caller().ifPresent(caller -> caller.session().ifPresent(id -> sessions.end(id, caller.user())));
    }
}
