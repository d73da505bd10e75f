package org.cmm.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Servers with agents, put straight into the database; their agents' secrets are {@code bench-1}, {@code bench-2} ….
 */
record BenchFleet(int layout, int agents) {

    static final int COLUMNS = 10;
    private static final String[] SERIES = {
        "system.cpu.utilization",
        "system.memory.utilization",
        "system.filesystem.utilization{system.filesystem.mountpoint=/}",
        "system.filesystem.utilization{system.filesystem.mountpoint=/home}",
        "system.paging.utilization",
        "system.cpu.load_average.1m",
        "system.network.io.rate{network.interface.name=eth0,network.io.direction=receive}",
        "system.network.io.rate{network.interface.name=eth0,network.io.direction=transmit}",
        "system.uptime",
        "system.process.count"
    };
    /** Decimals of each column on the wire. */
    static final int[] DECIMALS = {4, 4, 4, 4, 4, 2, 0, 0, 0, 0};

    static BenchFleet create(Connection database, int agents) throws SQLException {
        try (PreparedStatement server = database.prepareStatement("""
                WITH added AS (INSERT INTO server (code, name) VALUES (?, ?) RETURNING id)
                INSERT INTO agent (server_id, fingerprint, version) SELECT id, ?, 'bench' FROM added
                """)) {
            for (int number = 1; number <= agents; number++) {
                server.setString(1, "bench-" + number);
                server.setString(2, "Bench " + number);
                server.setString(3, fingerprint(secret(number)));
                server.addBatch();
            }
            server.executeBatch();
        }
        return new BenchFleet(layout(database), agents);
    }

    private static int layout(Connection database) throws SQLException {
        try (PreparedStatement layout = database.prepareStatement(
                "INSERT INTO layout (fingerprint, series, decimals) VALUES ('bench', ?, ?) RETURNING id")) {
            layout.setArray(1, database.createArrayOf("text", SERIES));
            layout.setArray(
                    2,
                    database.createArrayOf(
                            "int4", IntStream.of(DECIMALS).boxed().toArray()));
            try (ResultSet row = layout.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    static String secret(int agent) {
        return "bench-" + agent;
    }

    static long storedSamples(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sample")) {
            row.next();
            return row.getLong(1);
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
