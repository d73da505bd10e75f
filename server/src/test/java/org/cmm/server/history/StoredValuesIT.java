package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.cmm.core.history.ColumnCodec;
import org.cmm.core.history.Rollup;
import org.cmm.core.history.Tier;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counting what lies in tables of its own, small ones whole and large ones in part. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class StoredValuesIT {

    private static final TierTables HOURS = new TierTables(
            Tier.HOUR,
            new Partitions("counted", Partitions.Period.MONTH),
            new Partitions("counted_block", Partitions.Period.YEAR),
            Rollup.HEAD,
            Rollup.EACH);

    @Inject
    StoredValues values;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void tablesLikeThoseOfHours() {
        jdbi.useHandle(db -> {
            db.execute("CREATE TABLE counted (LIKE rollup_1h INCLUDING ALL) PARTITION BY RANGE (at)");
            db.execute("CREATE TABLE counted_old PARTITION OF counted FOR VALUES FROM (MINVALUE) TO ('2026-01-01')");
            db.execute("CREATE TABLE counted_new PARTITION OF counted DEFAULT");
            db.execute("CREATE TABLE counted_block (LIKE rollup_1h_block INCLUDING ALL) PARTITION BY RANGE (at)");
            db.execute("CREATE TABLE counted_block_all PARTITION OF counted_block DEFAULT");
        });
    }

    @AfterEach
    void dropThem() {
        jdbi.useHandle(db -> db.execute("DROP TABLE counted, counted_block"));
    }

    @Test
    void whatIsEmptyHoldsNothing() {
        assertThat(values.of(HOURS)).isEqualTo(new StoredValues.Counted(0, 0));
    }

    @Test
    void smallTablesAreCountedWhole() {
        rows(100, 3);
        blocks(7, 20, 24);
        assertThat(values.of(HOURS)).isEqualTo(new StoredValues.Counted(300, 7 * 20 * 24));
    }

    @Test
    void largeTablesAreEstimatedFromSomeOfTheirPages() {
        rows(30_000, 4);
        blocks(400, 20, 24);
        StoredValues.Counted counted = values.of(HOURS);
        assertThat(counted.open()).isCloseTo(120_000, withinPercentage(5));
        assertThat(counted.closed()).isCloseTo(400 * 20 * 24, withinPercentage(5));
    }

    /** Half of them in each partition. */
    private void rows(int count, int series) {
        jdbi.useHandle(db -> db.createUpdate("""
                        INSERT INTO counted
                        SELECT number, CASE number % 2 WHEN 0 THEN '2025-06-01' ELSE '2026-06-01' END::timestamptz, 1,
                            array_fill(0.5::double precision, ARRAY[:width])
                        FROM generate_series(1, :count) AS number
                        """)
                .bind("width", Rollup.width(series))
                .bind("count", count)
                .execute());
    }

    private void blocks(int servers, int series, int hours) {
        double[] numbers =
                IntStream.range(0, hours).mapToDouble(hour -> hour * 0.37 % 1).toArray();
        byte[] content = ColumnCodec.encode(numbers, numbers, numbers, numbers, numbers);
        jdbi.useHandle(db -> {
            PreparedBatch batch = db.prepareBatch("INSERT INTO counted_block VALUES (?, '2026-01-01', 1, ?, ?)");
            for (int server = 0; server < servers; server++) {
                for (int place = 0; place <= series; place++) {
                    batch.bind(0, server)
                            .bind(1, (short) place)
                            .bind(2, content)
                            .add();
                }
            }
            batch.execute();
        });
    }
}
