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

/** Setting a password by the one-time link that an administrator handed over. */
@Path("/password-link")
@Produces(MediaType.TEXT_HTML)
@Singleton
@PermitAll
@RunOnVirtualThread
class PasswordLinkPage {

    private final PasswordLinks links;

    PasswordLinkPage(PasswordLinks links) {
        this.links = links;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance passwordLink(String token, Faults faults);
    }

    @GET
    public Response show() {
        return Html.page(Templates.passwordLink("", Faults.none()));
    }

    @POST
    public Response use(
            @FormParam("token") @Nullable String token,
            @FormParam("password") @Nullable String password,
            HttpServerRequest request) {
        Forms.LinkedPassword form = new Forms.LinkedPassword(Html.typed(token).strip(), Html.typed(password));
        return Html.form(
                () -> {
                    links.use(form);
                    Cookies.clearSession(request);
                    return Html.goTo("/login?password=set");
                },
                faults -> Templates.passwordLink(form.token(), faults));
    }
}
