package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.User.State;
import org.cmm.server.platform.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What administrators do with users. One active administrator always remains. */
@ApplicationScoped
class UserAdministration {

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Sessions sessions;
    private final PasswordLinks links;
    private final AuditLog audit;
    private final Wording wording;
    private final CheckedInput input;

    @Inject
    UserAdministration(
            Jdbi jdbi,
            InstantSource clock,
            Sessions sessions,
            PasswordLinks links,
            AuditLog audit,
            Wording wording,
            CheckedInput input) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.sessions = sessions;
        this.links = links;
        this.audit = audit;
        this.wording = wording;
        this.input = input;
    }

    /** A new user and the link with which they set their first password. */
    record Invited(User user, PasswordLinks.Link link) {}

    Invited invite(Forms.NewUserForm form) {
        input.check(form);
        return jdbi.inTransaction(db -> {
            NewUser invited = new NewUser(
                    form.name(),
                    form.email(),
                    form.role(),
                    State.ACTIVE,
                    Optional.empty(),
                    Optional.empty(),
                    clock.instant());
            User user = Users.insert(db, invited).orElseThrow(() -> Problem.conflict(
                            "user-taken", wording.now().userTaken())
                    .exception());
            audit.record(db, "user.create", "user " + user.name(), null, user);
            return new Invited(user, links.create(db, user));
        });
    }

    /** Approves, disables, readmits, or gives another role. */
    User change(int id, Forms.UserChange form) {
        input.check(form);
        return jdbi.inTransaction(db -> {
            List<Integer> administrators = Users.lockAdministrators(db);
            User before = found(db, id);
            Role role = form.role() == null ? before.role() : form.role();
            State state = form.state() == null ? before.state() : form.state();
            refuseImpossible(before, role, state);
            boolean remains = role == Role.ADMIN && state == State.ACTIVE;
            if (administrators.equals(List.of(id)) && !remains) {
                throw Problem.conflict("last-administrator", wording.now().lastAdministrator())
                        .exception();
            }
            if (role == before.role() && state == before.state()) {
                return before;
            }
            User after = Users.setRoleAndState(db, id, role, state);
            if (state == State.DISABLED) {
                sessions.endAllBut(db, Optional.empty(), after);
            }
            audit.record(db, action(before, after), "user " + after.name(), before, after);
            return after;
        });
    }

    private void refuseImpossible(User before, Role role, State state) {
        boolean backToWaiting = state == State.PENDING && before.state() != State.PENDING;
        boolean promotedUnapproved = state == State.PENDING && role != Role.VIEWER;
        if (backToWaiting || promotedUnapproved) {
            throw wording.fieldFault("state", wording.now().approveFirst()).exception();
        }
    }

    private static String action(User before, User after) {
        if (before.state() == State.PENDING && after.state() == State.ACTIVE) {
            return "user.approve";
        }
        if (before.state() != after.state()) {
            return after.state() == State.DISABLED ? "user.disable" : "user.enable";
        }
        return "user.change-role";
    }

    /** Turns a newcomer down; anybody else's name stays in the history, so they can only be disabled. */
    void turnDown(int id) {
        jdbi.useTransaction(db -> {
            User user = found(db, id);
            if (user.state() != State.PENDING) {
                throw Problem.conflict("user-in-history", wording.now().disableInstead())
                        .exception();
            }
            Users.delete(db, id);
            audit.record(db, "user.turn-down", "user " + user.name(), user, null);
        });
    }

    /** A link with which the user sets a new password; the old one works until then. */
    PasswordLinks.Link passwordLink(int id) {
        return jdbi.inTransaction(db -> {
            User user = found(db, id);
            if (user.state() != State.ACTIVE) {
                throw Problem.conflict("user-not-active", wording.now().approveFirst())
                        .exception();
            }
            return links.create(db, user);
        });
    }

    User found(int id) {
        return jdbi.inTransaction(db -> found(db, id));
    }

    private User found(Handle db, int id) {
        return Users.byId(db, id)
                .orElseThrow(() -> Problem.notFound(wording.now().noSuchUser()).exception());
    }
}
