package org.cmm.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;

/** A user beside the bcrypt hash of their password; it never leaves the login. */
record UserWithHash(User user, Optional<String> hash) {

    static UserWithHash of(ResultSet row, StatementContext context) throws SQLException {
        return new UserWithHash(Users.user(row, context), Optional.ofNullable(row.getString("password_hash")));
    }

    @Override
    public String toString() {
        return user.toString();
    }
}
