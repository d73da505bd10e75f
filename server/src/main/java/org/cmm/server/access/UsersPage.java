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

    /** @param typed what was typed into the form that adds a user */
    record UsersView(
            List<User> users,
            boolean registrationOpen,
            Forms.NewUserForm typed,
            Optional<ShownLink> link,
            Faults faults) {

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
        return Html.page(users(Faults.none()));
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
                    return Html.page(Templates.users(new UsersView(
                            users.all(), registration.isOpen(), blank(), Optional.of(link), Faults.none())));
                },
                faults -> Templates.users(
                        new UsersView(users.all(), registration.isOpen(), form, Optional.empty(), faults)));
    }

    @POST
    @Path("/registration")
    public Response setRegistration(@FormParam("open") @Nullable String open) {
        registration.setOpen(new Forms.RegistrationRule("true".equals(open)));
        return Html.goTo("/users");
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
                () -> {
                    administration.change(id, form);
                    return Html.goTo("/users");
                },
                faults -> user(id, Optional.empty(), faults));
    }

    @POST
    @Path("/{id}/turn-down")
    public Response turnDown(@PathParam("id") int id) {
        return Html.form(
                () -> {
                    administration.turnDown(id);
                    return Html.goTo("/users");
                },
                this::users);
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
        return Html.goTo("/users/" + id);
    }

    private TemplateInstance users(Faults faults) {
        return Templates.users(new UsersView(users.all(), registration.isOpen(), blank(), Optional.empty(), faults));
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
