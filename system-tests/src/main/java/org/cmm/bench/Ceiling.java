package org.cmm.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.cmm.process.RunningServer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What PostgreSQL takes at best: the rows that are there, copied back into the emptied table, 20,000 a commit. */
record Ceiling(Connection database, RunningServer server) {

    private static final int ROWS_A_COMMIT = 20_000;

    double valuesPerSecond(Figures figures, int columns) throws SQLException, IOException {
        CopyManager copies = database.unwrap(PGConnection.class).getCopyAPI();
        List<byte[]> portions = portions(copies);
        long rows = BenchFleet.storedSamples(database);
        try (Statement statement = database.createStatement()) {
            statement.execute("TRUNCATE sample");
        }
        double before = server.databaseUsage().cpuSeconds();
        long start = System.nanoTime();
        for (byte[] portion : portions) {
            copies.copyIn("COPY sample FROM STDIN (FORMAT binary)", new ByteArrayInputStream(portion), 1 << 16);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double values = (double) rows * columns;
        figures.add("ingest.ceiling.values_per_s", values / seconds);
        figures.add(
                "ingest.ceiling.cpu_s_per_million", (server.databaseUsage().cpuSeconds() - before) / (values / 1e6));
        return values / seconds;
    }

    /** The rows as PostgreSQL itself writes them, in the order in which they were stored. */
    private List<byte[]> portions(CopyManager copies) throws SQLException, IOException {
        List<byte[]> portions = new ArrayList<>();
        long rows = BenchFleet.storedSamples(database);
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TEMPORARY TABLE portion AS SELECT row_number() OVER () AS n, * FROM sample");
            for (long from = 0; from < rows; from += ROWS_A_COMMIT) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                copies.copyOut(
                        "COPY (SELECT server_id, at, layout_id, readings FROM portion WHERE n > %d AND n <= %d) TO STDOUT (FORMAT binary)"
                                .formatted(from, from + ROWS_A_COMMIT),
                        out);
                portions.add(out.toByteArray());
            }
            statement.execute("DROP TABLE portion");
        }
        return portions;
    }
}
