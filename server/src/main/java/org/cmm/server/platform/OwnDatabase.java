package org.cmm.server.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** The PostgreSQL that an operator runs and {@code CMM_DATABASE_URL} names: looked at before CMM starts on it. */
final class OwnDatabase {

    private static final int LEAST_VERSION = 15;
    private static final int VERSION_STEP = 10_000;

    /** After a power cut both machines start at once, and the database may be the slower one. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);

    /** pgjdbc's SQLSTATE when PostgreSQL asks for what the connection does not have, such as a password. */
    private static final String REJECTED = "08004";

    private OwnDatabase() {}

    /** Where it is, once it answers; a {@link StartFault} when it cannot be used. */
    static DatabaseAddress ready(Settings.Database settings) {
        DatabaseAddress address = DatabaseAddress.own(settings);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean told = false;
        while (true) {
            try (Connection connection =
                            DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                    Statement statement = connection.createStatement()) {
                checkVersion(statement, address);
                return address;
            } catch (SQLException e) {
                if (!mayPass(e) || System.nanoTime() > deadline) {
                    throw new StartFault(words(e, address), e);
                }
                if (!told) {
                    // The log speaks only once the server has started
                    System.err.println("cmm: waiting for the database at " + address);
                    told = true;
                }
                pause();
            }
        }
    }

    private static void checkVersion(Statement statement, DatabaseAddress address) throws SQLException {
        try (ResultSet row = statement.executeQuery("SHOW server_version_num")) {
            row.next();
            int version = row.getInt(1) / VERSION_STEP;
            if (version < LEAST_VERSION) {
                throw new StartFault("the database at %s is PostgreSQL %d: CMM needs %d or newer"
                        .formatted(address, version, LEAST_VERSION));
            }
        }
    }

    /** SQLSTATE class 08 is a connection that failed, class 57 a server that starts or stops. */
    private static boolean mayPass(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return !state.equals(REJECTED) && (state.startsWith("08") || state.startsWith("57"));
    }

    private static String words(SQLException e, DatabaseAddress address) {
        String state = String.valueOf(e.getSQLState());
        if (state.equals(REJECTED)) {
            return "the database at %s %s".formatted(address, rejection(e, address));
        }
        String remedy =
                switch (state.substring(0, Math.min(2, state.length()))) {
                    case "08" -> "does not answer: start it, or correct CMM_DATABASE_URL";
                    case "28" -> "refuses the login: correct CMM_DATABASE_USER and CMM_DATABASE_PASSWORD";
                    case "3D" -> "has no database of that name: create it, or correct CMM_DATABASE_URL";
                    default -> "cannot be used: " + e.getMessage();
                };
        return "the database at %s %s".formatted(address, remedy);
    }

    private static String rejection(SQLException e, DatabaseAddress address) {
        return address.password().isEmpty()
                ? "asks for a password, and none was given: set CMM_DATABASE_PASSWORD_FILE or CMM_DATABASE_PASSWORD"
                : "rejects the connection: " + e.getMessage();
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFault("the start was broken off", e);
        }
    }
}
