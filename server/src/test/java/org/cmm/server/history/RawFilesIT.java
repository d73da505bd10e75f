package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes out is what went in, whatever the number of rows and however layouts change. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class RawFilesIT {

    private static final Instant START = Instant.parse("2026-11-20T22:00:00Z");
    private static final Series CPU = Series.of(Metrics.CPU_UTILIZATION);
    private static final Series ROOT = Series.of(Metrics.FILESYSTEM_USAGE).with(Metrics.MOUNT_POINT, "/");

    @Inject
    RawFiles files;

    @Inject
    SampleWriter disk;

    @Inject
    Layouts layouts;

    @Inject
    Jdbi jdbi;

    private int server;

    @BeforeEach
    void aNewServer() {
        server = jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", "srv-" + UUID.randomUUID().toString().substring(0, 8))
                        .mapTo(Integer.class)
                        .one());
    }

    @Test
    void aSpreadsheetHasAColumnForEverySeriesOfTheSpan() throws IOException {
        store(START, List.of(CPU), 0.25);
        store(START.plusSeconds(10), List.of(CPU, ROOT), 0.5, 257_698_037_760.0);
        store(START.plusSeconds(20), List.of(CPU, ROOT), Double.NaN, 1);

        assertThat(csv(Set.of(), START, START.plusSeconds(20))).isEqualTo("""
                time,system.cpu.utilization,system.filesystem.usage{system.filesystem.mountpoint=/}
                2026-11-20T22:00:00Z,0.25,
                2026-11-20T22:00:10Z,0.5,257698037760
                """.replace("\n", "\r\n"));
        assertThat(csv(Set.of(ROOT.metric()), START.plusSeconds(20), START.plusSeconds(60)))
                .isEqualTo("""
                time,system.filesystem.usage{system.filesystem.mountpoint=/}
                2026-11-20T22:00:20Z,1
                """.replace("\n", "\r\n"));
    }

    @Test
    void aProgramReadsAnObjectALine() throws IOException {
        store(START, List.of(CPU, ROOT), 0.25, Double.NaN);
        store(START.plusSeconds(10), List.of(CPU, ROOT), 0.5, 7);

        assertThat(lines(START, START.plusSeconds(60))).isEqualTo("""
                {"at":"2026-11-20T22:00:00Z","values":{"system.cpu.utilization":0.25}}
                {"at":"2026-11-20T22:00:10Z","values":{"system.cpu.utilization":0.5,"system.filesystem.usage{system.filesystem.mountpoint=/}":7}}
                """);
    }

    @Test
    void noSampleIsLeftOutOrToldTwiceOverManySlicesAndAGap() throws IOException {
        for (int hour = 0; hour < 60; hour++) {
            if (hour < 10 || hour > 40) {
                store(START.plus(Duration.ofHours(hour)), List.of(CPU), hour / 100.0);
            }
        }
        assertThat(lines(START.minus(Duration.ofDays(900)), START.plus(Duration.ofDays(30)))
                        .lines())
                .hasSize(29)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Test
    void aServerWithoutSamplesHasAHeadingAndNothingMore() throws IOException {
        assertThat(csv(Set.of(), START, START.plusSeconds(60))).isEqualTo("time\r\n");
        assertThat(lines(START, START.plusSeconds(60))).isEmpty();
    }

    private String csv(Set<String> metrics, Instant from, Instant to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.csv(new RawFiles.Wish(server, metrics, from, to), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String lines(Instant from, Instant to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.lines(new RawFiles.Wish(server, Set.of(), from, to), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private void store(Instant at, List<Series> series, double... values) {
        StoredLayout layout = layouts.of(series, new int[series.size()]);
        if (disk.submit(new SampleRows(server, layout, new long[] {at.toEpochMilli()}, values))
                instanceof Submission.Queued(var stored)) {
            stored.join();
        }
    }
}
