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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** First use: whoever holds the link that the server printed becomes its administrator. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Singleton
@PermitAll
@RunOnVirtualThread
class SetupPage {

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

    /**
     * @param token from the link; it stands after its {@code #}, which browsers send nowhere, so a script types it in
     */
    record SetupView(String token, String name, String email, Faults faults) {}

    @GET
    public Response show() {
        if (!first.isMissing()) {
            return Html.goTo("/login");
        }
        return Html.page(Templates.setup(new SetupView("", "", "", Faults.none())));
    }

    @POST
    public Response create(
            @FormParam("token") @Nullable String token,
            @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            HttpServerRequest request) {
        Forms.FirstAdministratorForm form = new Forms.FirstAdministratorForm(
                Html.typed(token).strip(), Html.typed(name), Html.typed(email), Html.typed(password));
        return Html.form(
                () -> {
                    browser.open(request, first.create(form));
                    return Html.goTo("/fleet");
                },
                faults -> Templates.setup(new SetupView(form.token(), form.name(), form.email(), faults)));
    }
}
