package org.cmm.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** Agents put straight into the database, for tests about what comes after enrolment. */
public final class KnownAgents {

    private KnownAgents() {}

    /** A server with this code, and an agent whose secret is the code's. */
    static String add(Connection database, String code) throws SQLException {
        String secret = "secret-of-" + code;
        try (PreparedStatement statement = database.prepareStatement("""
                WITH added AS (INSERT INTO server (code, name) VALUES (?, ?) RETURNING id)
                INSERT INTO agent (server_id, fingerprint, version) SELECT id, ?, 'test' FROM added
                """)) {
            statement.setString(1, code);
            statement.setString(2, code);
            statement.setString(3, fingerprint(secret));
            statement.executeUpdate();
        }
        return secret;
    }

    public static long count(Connection database, String query) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A token that one machine may enrol with. */
    public static String token(Connection database) throws SQLException {
        String token = "token-of-one-machine";
        try (PreparedStatement statement = database.prepareStatement("""
                INSERT INTO enrolment_token (fingerprint, label, created_by, expires_at, uses_left)
                VALUES (?, 'test', 'test', now() + interval '1 hour', 1)
                """)) {
            statement.setString(1, fingerprint(token));
            statement.executeUpdate();
        }
        return token;
    }

    /** The times of all stored samples, in milliseconds. */
    public static Set<Long> times(Connection database) throws SQLException {
        return times(database.prepareStatement("SELECT at FROM sample"));
    }

    /** The same of one server, by its code. */
    public static Set<Long> times(Connection database, String server) throws SQLException {
        PreparedStatement query = database.prepareStatement(
                "SELECT at FROM sample WHERE server_id = (SELECT id FROM server WHERE code = ?)");
        query.setString(1, server);
        return times(query);
    }

    private static Set<Long> times(PreparedStatement query) throws SQLException {
        try (query;
                ResultSet row = query.executeQuery()) {
            Set<Long> times = new TreeSet<>();
            while (row.next()) {
                times.add(row.getTimestamp(1).getTime());
            }
            return times;
        }
    }

    private static String fingerprint(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
