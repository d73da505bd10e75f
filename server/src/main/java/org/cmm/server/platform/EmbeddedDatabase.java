package org.cmm.server.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A real PostgreSQL that CMM starts and stops itself, with durable settings and passwords of its own. */
public final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "cmm";
    private static final int FIRST_STARTS = 5;
    private static final int REVIVALS = 20;

    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "max_connections", "40",
            "shared_buffers", "128MB",
            "max_wal_size", "2GB",
            "checkpoint_timeout", "15min",
            "jit", "off");

    private final PostgresPrograms programs;
    private final int port;
    private final DatabaseAddress address;

    /** Guarded by this object's monitor. */
    private boolean stopping;

    private EmbeddedDatabase(PostgresPrograms programs, int port, DatabaseAddress address) {
        this.programs = programs;
        this.port = port;
        this.address = address;
    }

    /** Starts the database below {@code data}; one left behind by a killed server is ended first. */
    public static EmbeddedDatabase start(Path data) {
        Path home = OwnerOnlyFiles.folder(data);
        Path masterFile = home.resolve("keys/database-master-password");
        String master = OwnerOnlyFiles.readOrCreate(masterFile, Secrets::create);
        String password = OwnerOnlyFiles.readOrCreate(home.resolve("keys/database-password"), Secrets::create);
        try {
            PostgresPrograms programs = PostgresPrograms.in(home);
            programs.make(masterFile);
            int port = freePort();
            String url = "jdbc:postgresql://127.0.0.1:" + port + "/";
            EmbeddedDatabase database =
                    new EmbeddedDatabase(programs, port, new DatabaseAddress(url + NAME, NAME, password));
            database.startWithin(FIRST_STARTS);
            makeDatabase(url + "postgres", master, password);
            return database;
        } catch (IOException e) {
            throw new StartFault(
                    "the embedded PostgreSQL did not start (%s): its own words are at the end of %s"
                            .formatted(e.getMessage(), home.resolve("postgres.log")),
                    e);
        }
    }

    /** The database below {@code data} when a server runs it. */
    static Optional<DatabaseAddress> running(Path data) {
        Path cluster = data.resolve("postgres");
        return OrphanedDatabase.port(cluster)
                .map(port -> new DatabaseAddress(
                        "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME,
                        NAME,
                        OwnerOnlyFiles.readOrCreate(data.resolve("keys/database-password"), Secrets::create)));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Children of a postmaster that was killed hold its memory for a moment longer, and keep its successor out. */
    private synchronized void startWithin(int attempts) throws IOException {
        for (int attempt = 1; !stopping; attempt++) {
            try {
                OrphanedDatabase.stop(programs);
                programs.start(port, SETTINGS);
                watch();
                return;
            } catch (IOException e) {
                if (attempt == attempts) {
                    throw e;
                }
                LOG.infof("PostgreSQL did not start (attempt %d of %d): %s", attempt, attempts, e.getMessage());
                pause();
            }
        }
    }

    /** Lets {@link #stop} come in between. */
    @SuppressWarnings("WaitNotInLoop") // waking early does no harm
    private synchronized void pause() {
        try {
            wait(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A database that ends by itself (killed, or out of memory) is started again on the same port. */
    private void watch() {
        OrphanedDatabase.holder(programs.cluster()).ifPresent(postmaster -> {
            var _ = postmaster
                    .onExit()
                    .thenRun(() -> Thread.ofVirtual().name("database-revival").start(this::revive));
        });
    }

    private synchronized void revive() {
        if (stopping) {
            return;
        }
        LOG.error("The embedded PostgreSQL ended unexpectedly; starting it again");
        try {
            startWithin(REVIVALS);
            LOG.info("The embedded PostgreSQL answers again");
        } catch (IOException e) {
            LOG.error("The embedded PostgreSQL stays away; end CMM and look at the end of postgres.log", e);
        }
    }

    DatabaseAddress address() {
        return address;
    }

    /** JDBC address of the database. */
    public String jdbcUrl() {
        return address.jdbcUrl();
    }

    /** Account that CMM works as; it owns its database and nothing else. */
    public String user() {
        return address.user();
    }

    /** Password of {@link #user()}. */
    public String password() {
        return address.password();
    }

    /** Ends the database in an orderly way; what was committed is on disk. */
    public synchronized void stop() {
        stopping = true;
        try {
            programs.stop();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop in an orderly way; it recovers at the next start", e);
        }
    }

    private static void makeDatabase(String url, String master, String password) throws IOException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", master);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "pg_roles WHERE rolname = 'cmm'")) {
                statement.execute("CREATE ROLE cmm LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(statement, "pg_database WHERE datname = 'cmm'")) {
                statement.execute("CREATE DATABASE cmm OWNER cmm");
            }
        } catch (SQLException e) {
            throw new IOException("its database could not be made: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + what)) {
            return rows.next();
        }
    }
}
