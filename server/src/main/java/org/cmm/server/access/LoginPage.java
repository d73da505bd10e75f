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
import org.jspecify.annotations.Nullable;

/** The door for people. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Singleton
@PermitAll
@RunOnVirtualThread
class LoginPage {

    private final Login login;
    private final LoginProblems problems;
    private final BrowserSession browser;
    private final FirstAdministrator first;
    private final Registration registration;
    private final Visitor visitor;
    private final CheckedInput input;

    LoginPage(
            Login login,
            LoginProblems problems,
            BrowserSession browser,
            FirstAdministrator first,
            Registration registration,
            Visitor visitor,
            CheckedInput input) {
        this.login = login;
        this.problems = problems;
        this.browser = browser;
        this.first = first;
        this.registration = registration;
        this.visitor = visitor;
        this.input = input;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance login(LoginView view);
    }

    /**
     * @param next path to go on to
     * @param passwordSet whether the visitor has just set a password
     */
    record LoginView(String next, String login, boolean passwordSet, boolean mayRegister, Faults faults) {}

    /** The start page is the fleet; who may not see it yet is led to what comes first. */
    @GET
    public Response start() {
        if (visitor.isKnown()) {
            return Html.goTo("/fleet");
        }
        return Html.goTo(first.isMissing() ? "/setup" : "/login");
    }

    @GET
    @Path("login")
    public Response show(@QueryParam("next") @Nullable String next, @QueryParam("password") @Nullable String password) {
        if (visitor.isKnown()) {
            return Html.goTo(Html.ownPath(next));
        }
        if (first.isMissing()) {
            return Html.goTo("/setup");
        }
        boolean passwordSet = "set".equals(password);
        return Html.page(Templates.login(
                new LoginView(Html.ownPath(next), "", passwordSet, registration.isOpen(), Faults.none())));
    }

    @POST
    @Path("login")
    public Response logIn(
            @FormParam("login") @Nullable String name,
            @FormParam("password") @Nullable String password,
            @FormParam("next") @Nullable String next,
            HttpServerRequest request) {
        return Html.form(
                () -> {
                    Forms.LoginForm form = input.check(new Forms.LoginForm(Html.typed(name), Html.typed(password)));
                    browser.open(
                            request, problems.welcome(login.attempt(form.login(), form.password(), visitor.address())));
                    return Html.goTo(Html.ownPath(next));
                },
                faults -> Templates.login(
                        new LoginView(Html.ownPath(next), Html.typed(name), false, registration.isOpen(), faults)));
    }

    @POST
    @Path("logout")
    public Response logOut(HttpServerRequest request) {
        browser.close(request);
        return Html.goTo("/login");
    }
}
