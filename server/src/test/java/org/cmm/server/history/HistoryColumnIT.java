package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.cmm.core.history.ColumnCodec;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The database's own reader of stored columns against the writer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryColumnIT {

    private static final int DAY = 8_640;

    private final RealDatabase database = new RealDatabase();
    private Connection connection;

    @BeforeAll
    void anEmptyDatabaseWithTheFunction() throws SQLException, IOException {
        Map<String, String> settings = database.start();
        connection = DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
        try (InputStream sql = HistoryColumnIT.class.getResourceAsStream("/db/migration/V155__history_column.sql");
                Statement statement = connection.createStatement()) {
            statement.execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.stop();
    }

    @Test
    void readsTimes() throws SQLException {
        assertRead(column(DAY, index -> 1_795_910_400_000.0 + 10_000 * index));
        assertRead(column(DAY, index -> 1_795_910_400_000.0 + 10_000 * index + (index % 997 == 0 ? 1_234 : 0)));
    }

    @Test
    void readsWhatStaysAndCounts() throws SQLException {
        assertRead(column(DAY, index -> 25_276_502_016.0));
        assertRead(column(DAY, index -> 44_041 + 10 * (index % 5_000)));
    }

    @Test
    void readsDecimals() throws SQLException {
        Random random = new Random(1);
        assertRead(column(DAY, index -> random.nextInt(300) * 5 / 10_000.0));
        double[] walk = column(DAY, index -> random.nextInt(9) - 4);
        Arrays.parallelPrefix(walk, Double::sum);
        assertRead(Arrays.stream(walk).map(step -> step / 100).toArray());
        assertRead(column(300, index -> random.nextInt(2_000_000_000) / 1e9));
        assertRead(column(300, index -> random.nextLong() >> 10));
    }

    @Test
    void readsBurstsAmongZeros() throws SQLException {
        Random random = new Random(2);
        assertRead(column(DAY, index -> random.nextInt(30) == 0 ? random.nextInt(1 << 20) * 4_096.0 : 0));
    }

    @Test
    void readsHoles() throws SQLException {
        assertRead(column(500, index -> index % 30 < 7 ? Double.NaN : index / 100.0));
        assertRead(column(500, index -> index % 30 > 7 ? Double.NaN : index / 100.0));
        assertRead(column(500, index -> Double.NaN));
    }

    @Test
    void readsNumbersThatAreNoDecimals() throws SQLException {
        Random random = new Random(3);
        assertRead(column(300, index -> random.nextInt(10) / 3.0));
        assertRead(column(300, index -> random.nextGaussian() * Math.pow(10, random.nextInt(600) - 300)));
        assertRead(
                0.0,
                -0.0,
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                -Double.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                0x1p53);
    }

    @Test
    void readsFewValuesAndNone() throws SQLException {
        assertRead();
        assertRead(-4.25);
        assertRead(1, 2);
        assertRead(Double.NaN, 3);
    }

    @Test
    void refusesBytesThatAreNoColumn() {
        for (String hex : new String[] {"", "05 01", "01 01", "05 02 40 00 01 00", "FF FF FF FF FF FF"}) {
            assertThatThrownBy(() -> read(HexFormat.ofDelimiter(" ").parseHex(hex), 1))
                    .as(hex)
                    .isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> read(ColumnCodec.encode(new double[] {1}), 2)).isInstanceOf(SQLException.class);
    }

    /** Alone, and behind another column. */
    private void assertRead(double... values) throws SQLException {
        assertThat(read(ColumnCodec.encode(values), 1)).isEqualTo(values);
        assertThat(read(ColumnCodec.encode(new double[] {7, 8}, values), 2)).isEqualTo(values);
    }

    private double[] read(byte[] bytes, int place) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT history_column(?, ?)")) {
            query.setBytes(1, bytes);
            query.setInt(2, place);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return Arrays.stream((Double[]) rows.getArray(1).getArray())
                        .mapToDouble(value -> value == null ? Double.NaN : value)
                        .toArray();
            }
        }
    }

    private static double[] column(int count, IntToDoubleFunction value) {
        return IntStream.range(0, count).mapToDouble(value).toArray();
    }
}
