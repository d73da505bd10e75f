package org.cmm.server.trend;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.RealDatabase;
import org.cmm.server.trend.TrendView.Mark;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts beside what was measured while they lasted. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class AlertMarksIT {

    private static final String CPU = Metrics.CPU_UTILIZATION.name();
    private static final String DISK = "system.filesystem.utilization{system.filesystem.mountpoint=/}";

    @Inject
    TrendBoard board;

    @Inject
    Jdbi jdbi;

    @Inject
    Listing listing;

    @Inject
    SampleWriter writer;

    @Inject
    Layouts layouts;

    @Inject
    InstantSource clock;

    private final String code = "srv-" + UUID.randomUUID().toString().substring(0, 8);
    private int server;
    private Instant begin = Instant.EPOCH;

    @BeforeEach
    void aMachine() {
        server = jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", code)
                        .mapTo(Integer.class)
                        .one());
        listing.forget();
        begin = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    }

    @Test
    void whateverLastedInTheSpanIsMarkedFromTheFirstOn() {
        alert(CPU, -60, -30);
        alert(CPU, -30, 10);
        alert(CPU, 20, 25);
        alert(DISK, 20, 25);
        alert(CPU, 50, null);
        alert(CPU, 60, 70);
        TrendView.Marks marks = board.marks(hour(""), Language.ENGLISH);
        assertThat(marks.list()).extracting(Mark::number).containsExactly(1, 2, 3);
        assertThat(marks.list()).extracting(Mark::from).containsExactly(minute(-30), minute(20), minute(50));
        assertThat(marks.list()).extracting(Mark::to).containsExactly(minute(10), minute(25), 0.0);
        assertThat(marks.list()).extracting(Mark::line).containsOnly(code + "|" + CPU);
        assertThat(marks.sentence()).isEqualTo("3 on these measures in this span.");
        assertThat(board.marks(hour(""), Language.FRENCH).sentence()).startsWith("3 sur ces mesures");
    }

    @Test
    void ofVeryManyTheNewestAreMarkedAndItIsSaid() {
        for (int alert = 0; alert < 110; alert++) {
            alert(CPU, alert * 0.5, alert * 0.5 + 0.25);
        }
        TrendView.Marks marks = board.marks(hour(""), Language.ENGLISH);
        assertThat(marks.list()).hasSize(100);
        assertThat(marks.list().getFirst().from()).isEqualTo(minute(5));
        assertThat(marks.sentence()).startsWith("The newest 100 are marked");
    }

    @Test
    void theTableNamesThemWhereTheyLastedAndSaysHowMuchWasMeasured() {
        sample(10);
        alert(CPU, 9.5, 10.5);
        TrendView.Table table =
                Objects.requireNonNull(board.view(hour(""), Language.ENGLISH).table());
        assertThat(table.columns()).containsExactly("Processor in use", "Measured");
        assertThat(table.rows()).hasSize(60);
        assertThat(table.rows().get(10).cells().getFirst()).satisfies(cell -> {
            assertThat(cell.text()).isEqualTo("50\u202f% (50\u202f% – 50\u202f%)");
            assertThat(cell.marks()).extracting(Mark::number).containsExactly(1);
        });
        assertThat(table.rows().get(9).cells().getFirst().marks()).hasSize(1);
        assertThat(table.rows().get(11).cells().getFirst().marks()).isEmpty();
    }

    @Test
    void whoWantsNoneSeesNone() {
        sample(10);
        alert(CPU, 9.5, 10.5);
        TrendView view = board.view(hour("off"), Language.ENGLISH);
        assertThat(view.marks()).isNull();
        assertThat(Objects.requireNonNull(view.table()).rows()).allSatisfy(row -> assertThat(row.cells())
                .allSatisfy(cell -> assertThat(cell.marks()).isEmpty()));
        assertThat(view.links().alerts()).doesNotContain("alerts=off");
        assertThat(view.links().table()).contains("alerts=off");
    }

    private TrendQuery hour(String alerts) {
        return new TrendQuery(
                List.of(code),
                List.of(CPU),
                "",
                begin.toString(),
                begin.plus(Duration.ofHours(1)).toString(),
                List.of(),
                "",
                TrendQuery.TABLE,
                alerts);
    }

    private double minute(double minutes) {
        return begin.getEpochSecond() + minutes * 60;
    }

    private Instant at(double minutes) {
        return begin.plusMillis(Math.round(minutes * 60_000));
    }

    private void alert(String subject, double raised, @Nullable Integer cleared) {
        alert(subject, raised, cleared == null ? Double.NaN : cleared.doubleValue());
    }

    private void alert(String subject, double raised, double cleared) {
        boolean open = Double.isNaN(cleared);
        jdbi.useHandle(db -> db.createUpdate("""
                        INSERT INTO alert
                            (server_id, rule, subject, severity, worst, value, raised_at, changed_at, cleared_at, cause)
                        VALUES (:server, 'cpu', :subject, 'warning', 'warning', 0.9, :raised, :raised, :cleared, :cause)
                        """)
                .bind("server", server)
                .bind("subject", subject)
                .bind("raised", at(raised))
                .bind("cleared", open ? null : at(cleared))
                .bind("cause", open ? null : "recovered")
                .execute());
    }

    private void sample(int minutes) {
        var layout = layouts.of(List.of(Series.of(Metrics.CPU_UTILIZATION)), new int[] {4});
        long[] times = {at(minutes).toEpochMilli()};
        if (writer.submit(new SampleRows(server, layout, times, new double[] {0.5}))
                instanceof Submission.Queued(var stored)) {
            stored.join();
        }
    }
}
