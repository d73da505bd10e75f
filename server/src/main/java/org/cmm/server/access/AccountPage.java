package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One's own account: profile, password, sessions, API tokens. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("viewer")
@RunOnVirtualThread
class AccountPage {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final OwnAccount account;
    private final Users users;
    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Visitor visitor;

    AccountPage(OwnAccount account, Users users, Sessions sessions, ApiTokens tokens, Visitor visitor) {
        this.account = account;
        this.users = users;
        this.sessions = sessions;
        this.tokens = tokens;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance account(AccountView view);
    }

    /**
     * @param session the visitor's own session; empty for a program
     * @param created the secret of an API token on its only page; otherwise empty
     * @param typed what was typed into a form that was refused
     */
    record AccountView(
            User user,
            Role role,
            List<Session> sessions,
            Optional<UUID> session,
            List<ApiToken> tokens,
            String created,
            Typed typed,
            Faults faults) {

        public String typedEmail() {
            return typed.email().orElse(user.email());
        }

        public String typedLabel() {
            return typed.label();
        }

        public String typedDays() {
            return typed.days();
        }

        public boolean isPresent(UUID candidate) {
            return session.equals(Optional.of(candidate));
        }

        public boolean speaks(String code) {
            return user.language().map(Language::code).orElse("").equals(code);
        }

        public List<Role> roles() {
            return Arrays.stream(Role.values()).filter(role::includes).toList();
        }
    }

    /** What stays in the fields of a form that is shown again. */
    record Typed(Optional<String> email, String label, String days) {

        private static final Typed NOTHING = new Typed(Optional.empty(), "", "90");
    }

    @GET
    public Response show() {
        return Html.page(view("", Typed.NOTHING, Faults.none()));
    }

    @POST
    @Path("/profile")
    public Response changeProfile(
            @FormParam("email") @Nullable String email,
            @FormParam("language") @Nullable String code,
            HttpServerRequest request) {
        Optional<Language> language = Language.of(Html.typed(code));
        return Html.form(
                () -> {
                    account.change(caller().user(), new Forms.ProfileChange(Html.typed(email), language.orElse(null)));
                    language.ifPresent(chosen -> Cookies.set(request, Visitor.LANGUAGE_COOKIE, chosen.code(), A_YEAR));
                    return Html.goTo("/account?done=saved");
                },
                faults -> view("", new Typed(Optional.of(Html.typed(email)), "", "90"), faults));
    }

    @POST
    @Path("/password")
    public Response changePassword(
            @FormParam("currentPassword") @Nullable String current, @FormParam("newPassword") @Nullable String next) {
        return Html.form(
                () -> {
                    account.changePassword(
                            caller(),
                            new Forms.PasswordChange(Html.typed(current), Html.typed(next)),
                            visitor.address());
                    return Html.goTo("/account?done=password");
                },
                faults -> view("", Typed.NOTHING, faults));
    }

    @POST
    @Path("/sessions/{session}/end")
    public Response endSession(@PathParam("session") UUID session) {
        sessions.end(session, caller().user());
        return Html.goTo("/account?done=ended");
    }

    @POST
    @Path("/api-tokens")
    public Response createToken(
            @FormParam("label") @Nullable String label,
            @FormParam("role") @Nullable String role,
            @FormParam("days") @Nullable String days) {
        return Html.form(
                () -> {
                    ApiTokens.Created created =
                            tokens.create(caller(), new Forms.NewApiToken(Html.typed(label), role(role), number(days)));
                    return Html.page(view(created.secret(), Typed.NOTHING, Faults.none()));
                },
                faults -> view("", new Typed(Optional.empty(), Html.typed(label), Html.typed(days)), faults));
    }

    @POST
    @Path("/api-tokens/{id}/end")
    public Response endToken(@PathParam("id") int id) {
        return Html.form(
                () -> {
                    tokens.revoke(caller(), id);
                    return Html.goTo("/account?done=revoked");
                },
                faults -> view("", Typed.NOTHING, faults));
    }

    private TemplateInstance view(String created, Typed typed, Faults faults) {
        Caller caller = caller();
        User user = users.byId(caller.user().id()).orElseThrow();
        return Templates.account(new AccountView(
                user,
                caller.role(),
                sessions.of(user.id()),
                caller.session(),
                tokens.of(user),
                created,
                typed,
                faults));
    }

    private Caller caller() {
        return visitor.caller().orElseThrow();
    }

    private static Role role(@Nullable String word) {
        return "admin".equals(word) ? Role.ADMIN : "technician".equals(word) ? Role.TECHNICIAN : Role.VIEWER;
    }

    /** Zero, which no token lives, stands for whatever is no number. */
    private static int number(@Nullable String days) {
        return days != null && days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0;
    }
}
