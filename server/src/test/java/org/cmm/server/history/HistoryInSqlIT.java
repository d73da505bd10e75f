package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cmm.core.history.ColumnCodec;
import org.cmm.server.platform.RealDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What people read of history by SQL alone, as docs/history.md tells them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryInSqlIT {

    private static final double MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
    private static final int HOUR = 3_600_000;

    private final RealDatabase database = new RealDatabase();
    private Connection connection;

    /** The first of January is closed, and one of its samples came again; the second is open. */
    @BeforeAll
    void twoDaysOfOneServer() throws SQLException {
        Map<String, String> settings = database.start();
        String url = settings.get("quarkus.datasource.jdbc.url");
        String user = settings.get("quarkus.datasource.username");
        String password = settings.get("quarkus.datasource.password");
        Flyway.configure().dataSource(url, user, password).load().migrate();
        connection = DriverManager.getConnection(url, user, password);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO server (code, name) VALUES ('srv-1', 'One'), ('srv-2', 'Two');
                    INSERT INTO layout (fingerprint, series, decimals) VALUES ('x', '{b,a}', '{0,2}');
                    CREATE TABLE s1 PARTITION OF sample FOR VALUES FROM ('2026-01-01Z') TO ('2026-01-02Z');
                    CREATE TABLE s2 PARTITION OF sample FOR VALUES FROM ('2026-01-02Z') TO ('2026-01-03Z');
                    CREATE TABLE b1 PARTITION OF sample_block FOR VALUES FROM ('2026-01-01Z') TO ('2026-01-02Z');
                    CREATE TABLE h1 PARTITION OF rollup_1h FOR VALUES FROM ('2026-01-01Z') TO ('2026-02-01Z');
                    CREATE TABLE r1 PARTITION OF rollup_1h_block FOR VALUES FROM ('2026-01-01Z') TO ('2027-01-01Z');
                    INSERT INTO sample VALUES
                        (1, '2026-01-01T23:00:00Z', 1, '{-1,-1}'),
                        (1, '2026-01-02T00:00:00Z', 1, '{7,8}'),
                        (1, '2026-01-02T00:00:10Z', 1, '{7,NULL}'),
                        (2, '2026-01-02T00:00:20Z', 1, '{9,9}');
                    INSERT INTO rollup_1h VALUES
                        (1, '2026-01-01T01:00:00Z', 1, '{360,1,0,3590,0,0,0,0,0,5,9,2160,7,360}');
                    """);
        }
        double[] hours = IntStream.range(0, 24)
                .mapToDouble(hour -> MIDNIGHT + hour * HOUR)
                .toArray();
        double[] numbers = IntStream.range(0, 24).asDoubleStream().toArray();
        double[] gaps = IntStream.range(0, 24)
                .mapToDouble(hour -> hour % 2 == 0 ? Double.NaN : hour / 100.0)
                .toArray();
        block("sample_block", 0, hours);
        block("sample_block", 1, numbers);
        block("sample_block", 2, gaps);
        block(
                "rollup_1h_block",
                0,
                new double[] {MIDNIGHT, MIDNIGHT + HOUR},
                new double[] {360, 300},
                new double[] {1, 0.8},
                new double[] {0, 10},
                new double[] {3_590, 3_000});
        block(
                "rollup_1h_block",
                2,
                new double[] {1, 2},
                new double[] {3, 4},
                new double[] {720, 900},
                new double[] {2, 3},
                new double[] {360, 300});
    }

    private void block(String table, int place, double[]... columns) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO " + table + " VALUES (1, '2026-01-01Z', 1, " + place + ", ?)")) {
            insert.setBytes(1, ColumnCodec.encode(columns));
            insert.execute();
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.stop();
    }

    @Test
    void samplesOfClosedAndOpenDaysAreOneSeries() throws SQLException {
        assertThat(rows("history_samples('srv-1', 'b', '2026-01-01T21:00Z', '2026-01-02T00:00:10Z')"))
                .containsExactly(
                        "2026-01-01 21:00:00|21",
                        "2026-01-01 22:00:00|22",
                        "2026-01-01 23:00:00|23",
                        "2026-01-02 00:00:00|7");
    }

    @Test
    void whatIsAbsentIsNoRow() throws SQLException {
        assertThat(rows("history_samples('SRV-1', 'a', '2026-01-01T20:00Z', '2026-01-03Z')"))
                .containsExactly("2026-01-01 21:00:00|0.21", "2026-01-01 23:00:00|0.23", "2026-01-02 00:00:00|8");
    }

    @Test
    void whatNobodyMeasuredHasNoRows() throws SQLException {
        assertThat(rows("history_samples('srv-1', 'c', '2026-01-01Z', '2026-01-03Z')"))
                .isEmpty();
        assertThat(rows("history_samples('srv-3', 'a', '2026-01-01Z', '2026-01-03Z')"))
                .isEmpty();
    }

    @Test
    void aRepairedRollupCountsInsteadOfTheClosedOne() throws SQLException {
        assertThat(rows("history_rollups('srv-1', 'a', '1h', '2026-01-01Z', '2026-01-03Z')"))
                .containsExactly("2026-01-01 00:00:00|1|2|3|2|360|1", "2026-01-01 01:00:00|5|6|9|7|360|1");
    }

    @Test
    void thereAreThreeTiers() throws SQLException {
        for (String tier : new String[] {"5min", "1d"}) {
            assertThat(rows("history_rollups('srv-1', 'a', '" + tier + "', '2026-01-01Z', '2026-01-03Z')"))
                    .isEmpty();
        }
        assertThatThrownBy(() -> rows("history_rollups('srv-1', 'a', '2h', '2026-01-01Z', '2026-01-03Z')"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("there is no tier 2h, only 5min, 1h and 1d");
    }

    private List<String> rows(String function) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TIME ZONE 'UTC'");
            try (ResultSet found = statement.executeQuery("SELECT * FROM " + function)) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    StringBuilder row = new StringBuilder(found.getString(1).replaceFirst("[+]00$", ""));
                    for (int column = 2; column <= columns; column++) {
                        row.append('|').append(found.getString(column));
                    }
                    rows.add(row.toString());
                }
            }
        }
        return rows;
    }
}
