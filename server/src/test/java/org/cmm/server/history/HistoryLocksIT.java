package org.cmm.server.history;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cmm.core.history.Tier;
import org.cmm.server.history.Archive.Life;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody reads for as long as they like: days are closed and go another time, and nobody waits for that. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class HistoryLocksIT {

    private static final Instant BEGIN = Instant.parse("2022-06-14T00:00:00Z");
    private static final int DAYS = 25;
    private static final Duration DAY = Duration.ofDays(1);

    /** A wait for a lock is given up after 200 ms; the rest is for a busy machine. */
    private static final Duration HELD_UP = Duration.ofSeconds(2);
    /** One such wait for each table of each tier. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(5);

    @Inject
    Archive archive;

    @Inject
    HistoryLoop resident;

    @Inject
    Jdbi jdbi;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Deliveries machine;
    private Life life;
    private int later;

    @BeforeEach
    void daysOfSamples() {
        resident.stop();
        archive.itIs(BEGIN.plus(DAY.multipliedBy(DAYS)));
        machine = new Deliveries(archive, 21);
        life = archive.begin();
        for (int day = 0; day <= DAYS; day++) {
            machine.deliver(life, machine.measure(BEGIN.plus(DAY.multipliedBy(day)), 30, 10));
        }
        archive.itIs(BEGIN.plus(DAY.multipliedBy(DAYS + 1)));
        life.rollups().write();
    }

    @AfterEach
    void close() {
        threads.close();
    }

    @Test
    void whatIsTooOldGoesOnceNobodyReadsAndNobodyWaitsMeanwhile() throws Exception {
        archive.itIs(BEGIN.plus(DAY.multipliedBy(60)));
        try (Handle reader = reader()) {
            assertNobodyWaits(() -> {
                archive.letGo(Duration.ZERO);
                return true;
            });
            assertThat(days()).as("while somebody reads").isEqualTo(DAYS + 1);
            assertSeesAll(reader);
            reader.rollback();
        }
        life.rollups().write();
        archive.letGo(Duration.ZERO);
        assertThat(days()).isZero();
    }

    @Test
    void aDayIsClosedOnceNobodyReadsAndNobodyWaitsMeanwhile() throws Exception {
        try (Handle reader = reader()) {
            assertNobodyWaits(() -> {
                archive.close(life, Tier.SAMPLES, BEGIN);
                archive.close(life, Tier.FIVE_MINUTES, BEGIN);
                return true;
            });
            assertThat(partitions("sample_closing")).as("while somebody reads").isZero();
            assertSeesAll(reader);
            reader.rollback();
        }
        archive.close(life, Tier.SAMPLES, BEGIN);
        archive.close(life, Tier.FIVE_MINUTES, BEGIN);
        assertThat(days()).isEqualTo(DAYS);
        assertThat(archive.read(Tier.SAMPLES, machine.server(), BEGIN, BEGIN.plus(DAY)))
                .hasSize(30 + later);
    }

    @Test
    void theFirstSampleOfADayDoesNotWaitForReaders() throws Exception {
        try (Handle reader = reader()) {
            assertThat(threads.submit(
                            () -> machine.deliver(life, machine.measure(BEGIN.minus(DAY.multipliedBy(3)), 1, 10))))
                    .succeedsWithin(HELD_UP);
            assertThat(read(reader)).hasSizeGreaterThan(DAYS);
            reader.rollback();
        }
    }

    /** A backup, or somebody's long question: it holds what it has read from until it ends. */
    private Handle reader() throws SQLException {
        Handle reader = Jdbi.open(DriverManager.getConnection(url, user, password));
        reader.begin();
        assertSeesAll(reader);
        for (String table : List.of("open_sample", "rollup_5min", "rollup_1h", "rollup_1d", "sample_block")) {
            reader.createQuery("SELECT count(*) FROM " + table)
                    .mapTo(Integer.class)
                    .one();
        }
        return reader;
    }

    /** By partition, so that a failure says what is missing where. */
    private void assertSeesAll(Handle reader) {
        Map<String, Integer> expected = new TreeMap<>();
        for (int day = 0; day <= DAYS; day++) {
            expected.put(
                    "sample_"
                            + BEGIN.plus(DAY.multipliedBy(day))
                                    .toString()
                                    .substring(0, 10)
                                    .replace("-", ""),
                    30);
        }
        assertThat(read(reader)).as("samples that the reader sees").isEqualTo(expected);
    }

    /** How many samples of the machine each partition has, without those that came late. */
    private Map<String, Integer> read(Handle reader) {
        return reader
                .createQuery("""
                        SELECT tableoid::regclass, count(*) FROM sample
                        WHERE server_id = ? AND extract(second FROM at) <> 5 GROUP BY 1
                        """)
                .bind(0, machine.server())
                .map((row, context) -> Map.entry(row.getString(1), row.getInt(2)))
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Late samples are stored and readers answered all the while, and the work gives up in good time. */
    private void assertNobodyWaits(Callable<Boolean> work) throws Exception {
        Future<Boolean> done = threads.submit(work);
        do {
            assertThat(CompletableFuture.runAsync(this::deliverLate, threads))
                    .as("the intake")
                    .succeedsWithin(HELD_UP);
            assertThat(CompletableFuture.runAsync(() -> jdbi.useHandle(this::read), threads))
                    .as("another reader")
                    .succeedsWithin(HELD_UP);
        } while (!done.isDone());
        assertThat(done.get(GIVEN_UP.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    }

    private void deliverLate() {
        machine.deliver(life, machine.measureAt(List.of(BEGIN.plusSeconds(5 + 60L * later++))));
    }

    private long days() {
        return partitions("sample");
    }

    /** Of this test's time. */
    private long partitions(String table) {
        return jdbi.withHandle(
                db -> db.createQuery("""
                        SELECT count(*) FROM pg_inherits JOIN pg_class child ON child.oid = inhrelid
                        WHERE inhparent = CAST(:table AS regclass) AND relname ~ '_20220[67]'
                        """).bind("table", table).mapTo(Long.class).one());
    }
}
