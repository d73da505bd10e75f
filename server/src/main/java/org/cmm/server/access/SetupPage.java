package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** First use: whoever holds the link that the server printed becomes its administrator. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Singleton
@PermitAll
@RunOnVirtualThread
class SetupPage {

    /** How long the form may stay open before the link has to be followed again. */
    static final Duration FORM_LIFE = Duration.ofHours(1);

    private final FirstAdministrator first;
    private final BrowserSession browser;

    SetupPage(FirstAdministrator first, BrowserSession browser) {
        this.first = first;
        this.browser = browser;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance setup(SetupView view);
    }

    /** @param invited whether the visitor came by the link */
    record SetupView(boolean invited, String name, String email, Faults faults) {}

    /** Takes the token out of the address at once: addresses end up in histories and logs, closed cookies do not. */
    @GET
    public Response show(@QueryParam("token") @Nullable String token, HttpServerRequest request) {
        if (!first.isMissing()) {
            return Html.goTo("/login");
        }
        if (token != null && token.matches("[\\w-]{1,100}")) {
            Cookies.set(request, Cookies.SETUP, token, FORM_LIFE);
            return Html.goTo("/setup");
        }
        boolean invited = Cookies.value(request, Cookies.SETUP).isPresent();
        return Html.page(Templates.setup(new SetupView(invited, "", "", Faults.none())));
    }

    @POST
    public Response create(
            @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            HttpServerRequest request) {
        String token = Cookies.value(request, Cookies.SETUP).orElse("");
        return Html.form(
                () -> {
                    User user = first.create(new Forms.FirstAdministratorForm(
                            token, Html.typed(name), Html.typed(email), Html.typed(password)));
                    Cookies.clear(request, Cookies.SETUP);
                    browser.open(request, user);
                    return Html.goTo("/");
                },
                faults ->
                        Templates.setup(new SetupView(!token.isEmpty(), Html.typed(name), Html.typed(email), faults)));
    }
}
