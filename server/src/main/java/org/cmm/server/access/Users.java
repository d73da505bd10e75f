package org.cmm.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.User.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The users that there are. */
@ApplicationScoped
public class Users {

    private final Jdbi jdbi;

    @Inject
    Users(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The user with this number, whatever their state. */
    public Optional<User> byId(int id) {
        return jdbi.withHandle(db -> byId(db, id));
    }

    /** Everybody who may log in, by name. */
    public List<User> active() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT * FROM cmm_user WHERE state = 'active' ORDER BY lower(name)
                        """).map(Users::user).list());
    }

    /** Those who wait first, then the rest by name. */
    List<User> all() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT * FROM cmm_user
                         ORDER BY state = 'pending' DESC, state = 'disabled', lower(name)
                        """).map(Users::user).list());
    }

    /** Users with a larger number than this, of this state or, when it is empty, of any. */
    List<User> after(long id, String state, int most) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT * FROM cmm_user WHERE id > :after AND (:state = '' OR state = :state)
                         ORDER BY id LIMIT :most
                        """)
                .bind("after", id)
                .bind("state", state)
                .bind("most", most)
                .map(Users::user)
                .list());
    }

    boolean none() {
        return jdbi.withHandle(Users::none);
    }

    static boolean none(Handle db) {
        return db.createQuery("SELECT NOT EXISTS (SELECT 1 FROM cmm_user)")
                .mapTo(Boolean.class)
                .one();
    }

    Optional<UserWithHash> byLogin(String login) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT * FROM cmm_user WHERE lower(name) = lower(:login) OR lower(email) = lower(:login)
                        """)
                .bind("login", User.tidy(login))
                .map(UserWithHash::of)
                .findOne());
    }

    Optional<UserWithHash> withHash(int id) {
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM cmm_user WHERE id = :id")
                .bind("id", id)
                .map(UserWithHash::of)
                .findOne());
    }

    static Optional<User> byId(Handle db, int id) {
        return db.createQuery("SELECT * FROM cmm_user WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map(Users::user)
                .findOne();
    }

    /** Holds all administrators until the transaction ends, so that two of them cannot remove each other. */
    static List<Integer> lockAdministrators(Handle db) {
        return db.createQuery("""
                        SELECT id FROM cmm_user WHERE role = 'admin' AND state = 'active' ORDER BY id FOR UPDATE
                        """).mapTo(Integer.class).list();
    }

    /** The new user, unless the name or the address is taken. */
    static Optional<User> insert(Handle db, NewUser user) {
        return db.createQuery("""
                        INSERT INTO cmm_user (name, email, role, state, language, password_hash, created_at)
                        VALUES (:name, :email, :role, :state, :language, :hash, :at)
                        ON CONFLICT DO NOTHING
                        RETURNING *
                        """)
                .bind("name", User.tidy(user.name()))
                .bind("email", User.tidy(user.email()))
                .bind("role", user.role().word())
                .bind("state", user.state().word())
                .bind("language", user.language().map(Language::code).orElse(null))
                .bind("hash", user.hash().orElse(null))
                .bind("at", user.at())
                .map(Users::user)
                .findOne();
    }

    static boolean taken(Handle db, String name, String email) {
        return db.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM cmm_user
                                        WHERE lower(name) = lower(:name) OR lower(email) = lower(:email))
                        """)
                .bind("name", User.tidy(name))
                .bind("email", User.tidy(email))
                .mapTo(Boolean.class)
                .one();
    }

    static User setRoleAndState(Handle db, int id, Role role, State state) {
        return db.createQuery("UPDATE cmm_user SET role = :role, state = :state WHERE id = :id RETURNING *")
                .bind("id", id)
                .bind("role", role.word())
                .bind("state", state.word())
                .map(Users::user)
                .one();
    }

    static void setHash(Handle db, int id, String hash) {
        db.createUpdate("UPDATE cmm_user SET password_hash = :hash WHERE id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .execute();
    }

    static User setLanguage(Handle db, int id, Language language) {
        return db.createQuery("UPDATE cmm_user SET language = :language WHERE id = :id RETURNING *")
                .bind("id", id)
                .bind("language", language.code())
                .map(Users::user)
                .one();
    }

    /** The changed user, unless another one has that address. */
    static Optional<User> setEmail(Handle db, int id, String email) {
        return db.createQuery("""
                        UPDATE cmm_user SET email = :email
                         WHERE id = :id
                           AND NOT EXISTS (SELECT 1 FROM cmm_user WHERE id <> :id AND lower(email) = lower(:email))
                        RETURNING *
                        """)
                .bind("id", id)
                .bind("email", User.tidy(email))
                .map(Users::user)
                .findOne();
    }

    static void delete(Handle db, int id) {
        db.createUpdate("DELETE FROM cmm_user WHERE id = :id").bind("id", id).execute();
    }

    static long waiting(Handle db) {
        return db.createQuery("SELECT count(*) FROM cmm_user WHERE state = 'pending'")
                .mapTo(Long.class)
                .one();
    }

    static User user(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                row.getInt("id"),
                row.getString("name"),
                row.getString("email"),
                Role.of(row.getString("role")),
                State.of(row.getString("state")),
                Optional.ofNullable(row.getString("language")).flatMap(Language::of),
                row.getTimestamp("created_at").toInstant());
    }
}
