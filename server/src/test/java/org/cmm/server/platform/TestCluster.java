package org.cmm.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * One PostgreSQL for all tests of this JVM, which ends with it. Starting one takes seconds, making a database in it a
 * blink. Classes are loaded anew for each test class, so where it is stands in the system's properties.
 */
final class TestCluster {

    private static final String FOLDER = "test.cluster";
    private static final String ADDRESS = "test.cluster.address";
    private static final String COUNT = "test.cluster.databases";

    private TestCluster() {}

    static DatabaseAddress newDatabase() {
        if (System.getProperty(FOLDER) == null) {
            start();
        }
        Path keys = Path.of(System.getProperty(FOLDER, "")).resolve("keys");
        String server = System.getProperty(ADDRESS, "");
        String name = "test_" + Integer.getInteger(COUNT, 0);
        System.setProperty(COUNT, Integer.toString(Integer.getInteger(COUNT, 0) + 1));
        String master = read(keys.resolve("database-master-password"));
        try (Connection connection = DriverManager.getConnection(server + "postgres", "postgres", master);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER cmm");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new DatabaseAddress(server + name, "cmm", read(keys.resolve("database-password")));
    }

    private static void start() {
        try {
            Path folder = Files.createTempDirectory("cmm-test-cluster");
            EmbeddedDatabase database = EmbeddedDatabase.start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                database.stop();
                delete(folder);
            }));
            System.setProperty(FOLDER, folder.toString());
            String url = database.jdbcUrl();
            System.setProperty(ADDRESS, url.substring(0, url.lastIndexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
