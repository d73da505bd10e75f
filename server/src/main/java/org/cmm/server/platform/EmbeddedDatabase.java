package org.cmm.server.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * A real PostgreSQL that CMM starts and stops itself, with durable settings and passwords of its own.
 *
 * <p>The library starts it for tests: without fsync's promise at commit and with every local user trusted. Both are put
 * right here before the first table exists.
 */
public final class EmbeddedDatabase {

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "cmm";
    private static final int REVIVALS = 20;
    private static final String ONLY_WITH_PASSWORD = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    private final Path home;
    private final DatabaseAddress address;

    /** Guarded by this object's monitor. */
    private EmbeddedPostgres process;

    private boolean stopping;

    private EmbeddedDatabase(Path home, EmbeddedPostgres process, DatabaseAddress address) {
        this.home = home;
        this.process = process;
        this.address = address;
    }

    /** Starts the database below {@code data}; one left behind by a killed server is ended first. */
    public static EmbeddedDatabase start(Path data) {
        Path home = OwnerOnlyFiles.folder(data);
        Path cluster = cluster(home);
        OrphanedDatabase.stop(cluster);
        String master = OwnerOnlyFiles.readOrCreate(home.resolve("keys/database-master-password"), Secrets::create);
        String password = OwnerOnlyFiles.readOrCreate(home.resolve("keys/database-password"), Secrets::create);
        try {
            EmbeddedPostgres process = builder(home, master).start();
            String url = "jdbc:postgresql://127.0.0.1:" + process.getPort() + "/";
            if (!closed(cluster)) {
                close(cluster, url, master, password);
            }
            EmbeddedDatabase database =
                    new EmbeddedDatabase(home, process, new DatabaseAddress(url + NAME, NAME, password));
            database.watch();
            return database;
        } catch (IOException e) {
            throw new StartFault(
                    "the embedded PostgreSQL did not start: its own words are at the end of "
                            + home.resolve("postgres.log"),
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path home, String master) {
        Path log = home.resolve("postgres.log");
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster(home))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setConnectConfig("password", master)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "40")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("jit", "off");
    }

    private static Path cluster(Path home) {
        return home.resolve("postgres");
    }

    /** A database that ends by itself (killed, or out of memory) is started again on the same port. */
    private void watch() {
        OrphanedDatabase.holder(cluster(home)).ifPresent(postmaster -> postmaster
                .onExit()
                .thenRun(() -> Thread.ofVirtual().name("database-revival").start(this::revive)));
    }

    private synchronized void revive() {
        if (stopping) {
            return;
        }
        LOG.error("The embedded PostgreSQL ended unexpectedly; starting it again");
        letGo();
        for (int attempt = 1; attempt <= REVIVALS && !stopping; attempt++) {
            try {
                startAgain();
                return;
            } catch (IOException | IllegalStateException e) {
                LOG.warnf("The embedded PostgreSQL did not start (attempt %d of %d): %s", attempt, REVIVALS, e);
                pause();
            }
        }
    }

    private void startAgain() throws IOException {
        String master = OwnerOnlyFiles.readOrCreate(home.resolve("keys/database-master-password"), Secrets::create);
        process = builder(home, master).setPort(process.getPort()).start();
        LOG.info("The embedded PostgreSQL answers again");
        watch();
    }

    /** The library keeps a lock on the files until it was told to stop what has ended already. */
    private void letGo() {
        try {
            process.close();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("There was nothing left to stop", e);
        }
    }

    /** Children of the ended process need a moment to follow it; {@link #stop} may come in between. */
    private synchronized void pause() {
        try {
            wait(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
            process.close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL did not stop in an orderly way; it recovers at the next start", e);
        }
    }

    private static boolean closed(Path cluster) throws IOException {
        return Files.readString(cluster.resolve("pg_hba.conf")).startsWith(ONLY_WITH_PASSWORD);
    }

    /** From here on every connection needs a password. */
    private static void close(Path cluster, String url, String master, String password) throws IOException {
        try (Connection connection = DriverManager.getConnection(url + "postgres", "postgres", master);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE postgres PASSWORD '" + master + "'");
            if (!exists(statement, "pg_roles WHERE rolname = 'cmm'")) {
                statement.execute("CREATE ROLE cmm LOGIN");
            }
            statement.execute("ALTER ROLE cmm PASSWORD '" + password + "'");
            if (!exists(statement, "pg_database WHERE datname = 'cmm'")) {
                statement.execute("CREATE DATABASE cmm OWNER cmm");
            }
            Files.writeString(cluster.resolve("pg_hba.conf"), """
                    host all all 127.0.0.1/32 scram-sha-256
                    host all all ::1/128      scram-sha-256
                    """);
            statement.execute("SELECT pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the new database could not be closed to strangers", e);
        }
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (var rows = statement.executeQuery("SELECT 1 FROM " + what)) {
            return rows.next();
        }
    }
}
