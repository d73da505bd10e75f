package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Users, for administrators: those who wait first. */
@Path("/users")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class UsersPage {

    private final Users users;
    private final UserAdministration administration;
    private final Registration registration;
    private final Sessions sessions;

    UsersPage(Users users, UserAdministration administration, Registration registration, Sessions sessions) {
        this.users = users;
        this.administration = administration;
        this.registration = registration;
        this.sessions = sessions;
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance users(UsersView view);

        static native TemplateInstance user(UserView view);
    }

    /**
     * @param typed what was typed into the form that adds a user
     * @param refusal why something else than adding was not done; empty when nothing was refused
     * @param faults why the form that adds was refused
     */
    record UsersView(
            List<User> users,
            boolean registrationOpen,
            Forms.NewUserForm typed,
            Optional<ShownLink> link,
            String refusal,
            Faults faults) {

        /** Why nobody was added, when no single field is to blame. */
        public String inviteRefusal() {
            return faults.general();
        }

        public long active() {
            return users.stream()
                    .filter(user -> user.state() == User.State.ACTIVE)
                    .count();
        }

        public long waiting() {
            return users.stream()
                    .filter(user -> user.state() == User.State.PENDING)
                    .count();
        }
    }

    record UserView(User user, List<Session> sessions, Optional<ShownLink> link, Faults faults) {}

    /** A one-time link on its only page. */
    record ShownLink(String name, PasswordLinks.Link link) {}

    @GET
    public Response all() {
        return Html.page(users(blank(), Optional.empty(), "", Faults.none()));
    }

    @POST
    public Response invite(
            @FormParam("name") @Nullable String name,
            @FormParam("email") @Nullable String email,
            @FormParam("role") @Nullable String role) {
        Forms.NewUserForm form = new Forms.NewUserForm(Html.typed(name), Html.typed(email), role(role));
        return Html.form(
                () -> {
                    UserAdministration.Invited invited = administration.invite(form);
                    ShownLink link = new ShownLink(invited.user().name(), invited.link());
                    return Html.page(users(blank(), Optional.of(link), "", Faults.none()));
                },
                faults -> users(form, Optional.empty(), "", faults));
    }

    @POST
    @Path("/registration")
    public Response setRegistration(@FormParam("open") @Nullable String open) {
        registration.setOpen(new Forms.RegistrationRule("true".equals(open)));
        return Html.goTo("/users?done=saved");
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") int id) {
        return Html.page(user(id, Optional.empty(), Faults.none()));
    }

    @POST
    @Path("/{id}")
    public Response change(
            @PathParam("id") int id,
            @FormParam("role") @Nullable String role,
            @FormParam("state") @Nullable String state) {
        Forms.UserChange form = new Forms.UserChange(
                role == null ? null : role(role), "disabled".equals(state) ? User.State.DISABLED : active(state));
        return Html.form(
                () -> changed(administration.found(id), administration.change(id, form)),
                faults -> user(id, Optional.empty(), faults));
    }

    /** Who approves somebody has others to look at; every other change is about this one user. */
    private static Response changed(User before, User after) {
        if (before.state() == after.state()) {
            return Html.goTo("/users/" + after.id() + "?done=saved");
        }
        return switch (before.state()) {
            case PENDING -> Html.goTo("/users?done=approved");
            case ACTIVE -> Html.goTo("/users/" + after.id() + "?done=disabled");
            case DISABLED -> Html.goTo("/users/" + after.id() + "?done=readmitted");
        };
    }

    @POST
    @Path("/{id}/turn-down")
    public Response turnDown(@PathParam("id") int id) {
        return Html.form(
                () -> {
                    administration.turnDown(id);
                    return Html.goTo("/users?done=refused");
                },
                faults -> users(blank(), Optional.empty(), faults.general(), Faults.none()));
    }

    @POST
    @Path("/{id}/password-link")
    public Response passwordLink(@PathParam("id") int id) {
        return Html.form(
                () -> {
                    ShownLink link = new ShownLink(administration.found(id).name(), administration.passwordLink(id));
                    return Html.page(user(id, Optional.of(link), Faults.none()));
                },
                faults -> user(id, Optional.empty(), faults));
    }

    @POST
    @Path("/{id}/sessions/{session}/end")
    public Response endSession(@PathParam("id") int id, @PathParam("session") UUID session) {
        sessions.end(session, administration.found(id));
        return Html.goTo("/users/" + id + "?done=ended");
    }

    private TemplateInstance users(Forms.NewUserForm typed, Optional<ShownLink> link, String refusal, Faults faults) {
        return Templates.users(new UsersView(users.all(), registration.isOpen(), typed, link, refusal, faults));
    }

    private TemplateInstance user(int id, Optional<ShownLink> link, Faults faults) {
        User user = administration.found(id);
        return Templates.user(new UserView(user, sessions.of(id), link, faults));
    }

    private static Forms.NewUserForm blank() {
        return new Forms.NewUserForm("", "", Role.VIEWER);
    }

    private static User.@Nullable State active(@Nullable String state) {
        return "active".equals(state) ? User.State.ACTIVE : null;
    }

    /** A form offers the known roles only; whoever sends another asks for the least. */
    private static Role role(@Nullable String word) {
        return "admin".equals(word) ? Role.ADMIN : "technician".equals(word) ? Role.TECHNICIAN : Role.VIEWER;
    }
}
