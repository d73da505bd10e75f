package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/** Asking for an account. */
@Path("/register")
@Produces(MediaType.TEXT_HTML)
@Singleton
@PermitAll
@RunOnVirtualThread
class RegisterPage {

    private final Registration registration;

    RegisterPage(Registration registration) {
        this.registration = registration;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance register(RegisterView view);

        static native TemplateInstance registered();
    }

    record RegisterView(boolean open, String name, String email, Faults faults) {}

    @GET
    public Response show() {
        return Html.page(Templates.register(new RegisterView(registration.isOpen(), "", "", Faults.none())));
    }

    @POST
    public Response register(
            @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password) {
        return Html.form(
                () -> {
                    registration.register(
                            new Forms.Newcomer(Html.typed(name), Html.typed(email), Html.typed(password)));
                    return Html.page(202, Templates.registered());
                },
                faults -> Templates.register(
                        new RegisterView(registration.isOpen(), Html.typed(name), Html.typed(email), faults)));
    }
}
