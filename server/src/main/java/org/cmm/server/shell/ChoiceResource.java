package org.cmm.server.shell;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.cmm.server.access.Language;
import org.cmm.server.access.Visitor;
import org.jspecify.annotations.Nullable;

/** Remembers the language and the theme that somebody chose, logged in or not. */
@Path("/choices")
@Singleton
class ChoiceResource {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @POST
    @PermitAll
    public Response choose(
            @FormParam("language") @Nullable String language,
            @FormParam("theme") @Nullable String theme,
            @FormParam("back") @Nullable String back) {
        Response.ResponseBuilder answer = Response.seeOther(URI.create(ownPath(back)));
        if (language != null) {
            Language.of(language).ifPresent(chosen -> answer.cookie(cookie(Visitor.LANGUAGE_COOKIE, chosen.code())));
        }
        if (theme != null) {
            answer.cookie(cookie(Shell.THEME_COOKIE, Theme.of(theme).word()));
        }
        return answer.build();
    }

    /** Only a plain path of ours: never another site, and nothing that a header could not hold. */
    static String ownPath(@Nullable String back) {
        return back != null
                        && back.matches("/(?![/\\\\])[\\w\\-./?=&%+~:,@]*")
                        && !back.matches(".*%(?![0-9A-Fa-f]{2}).*")
                ? back
                : "/";
    }

    private static NewCookie cookie(String name, String value) {
        return new NewCookie.Builder(name)
                .value(value)
                .path("/")
                .maxAge((int) A_YEAR.toSeconds())
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .build();
    }
}
