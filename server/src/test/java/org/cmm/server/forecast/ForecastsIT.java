package org.cmm.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cmm.core.alert.Kind;
import org.cmm.core.forecast.Forecast;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.access.Language;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.StoredLayout;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From samples through daily maxima to forecasts, on real tables. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class ForecastsIT {

    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");

    /** A Sunday. */
    private static final Instant SUNDAY = Instant.parse("2026-11-29T10:00:00Z");

    private static final Series HOME = Series.of(Metrics.FILESYSTEM_UTILIZATION).with(Metrics.MOUNT_POINT, "/home");

    @Inject
    Forecasts forecasts;

    @Inject
    VolumeDays days;

    @Inject
    SampleWriter disk;

    @Inject
    Layouts layouts;

    @Inject
    Jdbi jdbi;

    @Inject
    InstantSource clock;

    private int server;
    private Instant today;

    @BeforeEach
    void aNewServer() {
        server = jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", "srv-" + UUID.randomUUID().toString().substring(0, 8))
                        .mapTo(Integer.class)
                        .one());
        today = Instant.ofEpochSecond(clock.instant().getEpochSecond() / 86_400 * 86_400);
    }

    @Test
    void samplesOfManyDaysBecomeAForecast() {
        for (int day = 0; day < 60; day++) {
            sample(at(59 - day, 1), 0.35 + 0.01 * day);
        }
        forecasts.write();
        forecasts.renew();
        assertThat(forecasts.of(server)).singleElement().satisfies(volume -> {
            assertThat(volume.subject()).isEqualTo(HOME);
            assertThat(volume.full()).hasValueSatisfying(full -> {
                assertThat(full.soonest()).isBefore(full.likely());
                assertThat(full.latest()).isAfter(full.likely());
                assertThat(full.likely()).isBetween(today.plus(Duration.ofDays(4)), today.plus(Duration.ofDays(9)));
            });
        });
        assertThat(forecasts.of(server, HOME.toString())).isPresent();
        assertThat(forecasts.of(server, "other")).isEmpty();
    }

    @Test
    void theHighestShareOfADayCountsHoweverLateItComes() {
        sample(at(3, 1), 0.4);
        sample(at(3, 2), 0.7);
        sample(at(2, 1), 0.5);
        forecasts.write();
        sample(at(3, 3), 0.9);
        sample(at(3, 4), 0.1);
        forecasts.write();
        forecasts.write();
        assertThat(stored()).containsExactly("0.9", "0.5");
    }

    @Test
    void whatCameWhileNobodyGatheredIsFoundInTheSamples() {
        sample(at(20, 5), 0.42);
        sample(at(1, 5), 0.44);
        days.drain();
        jdbi.useHandle(db -> db.execute("DELETE FROM volume_day_known"));
        forecasts.catchUp();
        assertThat(stored()).containsExactly("0.42", "0.44");
    }

    @Test
    void whatADrillFilledWhileNobodyGatheredIsLeftOut() {
        sample(at(2, 5), 0.42);
        sample(at(2, 6), 0.99);
        sample(at(2, 8), 0.43);
        days.drain();
        jdbi.useHandle(db -> db.execute("DELETE FROM volume_day_known"));
        jdbi.useHandle(db ->
                db.execute("""
                        INSERT INTO drill (key, server_id, fault, seconds, percent, volume, purpose, ordered_by, ordered_at,
                            started_at, ended_at)
                        VALUES (?, ?, 'disk', 600, 99, '/home', '', 'Awa', ?, ?, ?)
                        """, UUID.randomUUID().toString(), server, at(2, 6), at(2, 6), at(2, 6).plusSeconds(600)));
        forecasts.catchUp();
        assertThat(stored()).containsExactly("0.43");
    }

    @Test
    void aFewDaysAreTooFew() {
        sample(at(1, 1), 0.5);
        forecasts.write();
        forecasts.renew();
        assertThat(forecasts.of(server))
                .singleElement()
                .extracting(Forecasts.Volume::forecast)
                .isEqualTo(new Forecast.Quiet(Forecast.Why.TOO_FEW_DAYS));
    }

    private List<String> stored() {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT most::text FROM volume_day WHERE server_id = :server ORDER BY day")
                        .bind("server", server)
                        .mapTo(String.class)
                        .list());
    }

    private Instant at(int daysAgo, int hour) {
        return today.minus(Duration.ofDays(daysAgo)).plus(Duration.ofHours(hour));
    }

    private void sample(Instant at, double share) {
        StoredLayout layout = layouts.of(List.of(Series.of(Metrics.CPU_UTILIZATION), HOME), new int[] {4, 4});
        SampleRows rows = new SampleRows(server, layout, new long[] {at.toEpochMilli()}, new double[] {0.1, share});
        if (!(disk.submit(rows) instanceof Submission.Queued(var stored))) {
            throw new IllegalStateException("the writer is full");
        }
        stored.join();
        days.stored(rows);
    }

    @Test
    void daysOfThisWeekGoByTheirNames() {
        FullBetween times = between("2026-12-01T09:00:00Z", "2026-12-04T10:00:00Z");
        assertThat(english().full(times, SUNDAY)).isEqualTo("full between Tuesday and Friday");
        assertThat(french().full(times, SUNDAY)).isEqualTo("plein entre mardi et vendredi");
    }

    @Test
    void fartherDaysGoByTheirDates() {
        FullBetween times = between("2026-12-03T09:00:00Z", "2026-12-09T10:00:00Z");
        assertThat(english().full(times, SUNDAY)).isEqualTo("full between Thursday and 9 Dec");
        assertThat(french().full(times, SUNDAY)).isEqualTo("plein entre jeudi et le 9 déc.");
        assertThat(english().full(between("2027-06-03T09:00:00Z", "2027-07-09T10:00:00Z"), SUNDAY))
                .isEqualTo("full between 3 Jun 2027 and 9 Jul 2027");
    }

    @Test
    void thereAreAlwaysTwoDaysAndNoneOfThemIsOver() {
        assertThat(english().full(between("2026-12-01T09:00:00Z", "2026-12-01T20:00:00Z"), SUNDAY))
                .isEqualTo("full between Tuesday and Wednesday");
        assertThat(french().full(between("2026-11-20T09:00:00Z", "2026-11-21T20:00:00Z"), SUNDAY))
                .isEqualTo("plein entre aujourd’hui et demain");
    }

    @Test
    void dayIsWhatItIsAtTheSite() {
        assertThat(english().full(between("2026-11-29T23:30:00Z", "2026-12-01T09:00:00Z"), SUNDAY))
                .isEqualTo("full between tomorrow and Tuesday");
    }

    @Test
    void whereNobodyCanTellDaysAnyMoreItSaysHowLongItWasToldToTake() {
        assertThat(english().full(Optional.empty(), 5 * 86_400, SUNDAY)).isEqualTo("full in about 5\u202fd");
        assertThat(french().full(Optional.empty(), Kind.DiskFull.NEVER, SUNDAY)).isEqualTo("pas près d’être plein");
    }

    private static FullBetween between(String soonest, String latest) {
        return new FullBetween(Instant.parse(soonest), Instant.parse(soonest), Instant.parse(latest));
    }

    private static ForecastWords english() {
        return ForecastWords.of(Language.ENGLISH, DOUALA);
    }

    private static ForecastWords french() {
        return ForecastWords.of(Language.FRENCH, DOUALA);
    }
}
