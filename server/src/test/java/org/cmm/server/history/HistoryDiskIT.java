package org.cmm.server.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cmm.core.history.Tier;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.access.Language;
import org.cmm.server.platform.ProblemException;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What history takes, as PostgreSQL counts it, and for how long it is kept. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class HistoryDiskIT {

    private static final KeptDays.Setting DEFAULTS = setting(30, 366, 1827, 3653);

    @Inject
    HistoryDisk disk;

    @Inject
    KeptDays kept;

    @Inject
    DiskBoard board;

    @Inject
    SampleWriter writer;

    @Inject
    Layouts layouts;

    @Inject
    Jdbi jdbi;

    @Inject
    InstantSource clock;

    private Instant today;

    @BeforeEach
    void threeDaysOfSamples() {
        kept.set(DEFAULTS);
        today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        int server = jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", "srv-" + UUID.randomUUID().toString().substring(0, 8))
                        .mapTo(Integer.class)
                        .one());
        StoredLayout layout = layouts.of(List.of(Series.of(Metrics.CPU_UTILIZATION)), new int[] {4});
        for (int ago = 0; ago < 3; ago++) {
            long at = today.minus(Duration.ofDays(ago)).toEpochMilli();
            if (writer.submit(new SampleRows(server, layout, new long[] {at}, new double[] {0.5}))
                    instanceof Submission.Queued(var stored)) {
                stored.join();
            }
        }
    }

    @AfterEach
    void leaveItAsItWas() {
        kept.set(DEFAULTS);
    }

    @Test
    void everyTierIsCountedWithAllThatBelongsToIt() {
        DiskUse use = disk.now();
        assertThat(use.tiers()).extracting(TierUse::tier).containsExactly(Tier.values());
        TierUse samples = use.tiers().getFirst();
        assertThat(samples.bytes()).isGreaterThan(0).isLessThan(use.databaseBytes());
        assertThat(samples.oldest()).isBeforeOrEqualTo(today.minus(Duration.ofDays(2)));
        assertThat(samples.bytesPerDay()).isPositive();
        assertThat(use.values(samples).all()).isGreaterThanOrEqualTo(3);
        assertThat(use.bytesPerValue(samples).orElseThrow())
                .isEqualTo(samples.bytes() / use.values(samples).all());
    }

    @Test
    void aShorterTimeIsForetoldBeforeItDeletes() {
        KeptDays.Setting wanted = setting(1, 366, 1827, 3653);
        assertThat(disk.now().changes(wanted)).singleElement().satisfies(change -> {
            assertThat(change.tier()).isEqualTo(Tier.SAMPLES);
            assertThat(change.daysBefore()).isEqualTo(30);
            assertThat(change.freedBytes()).isPositive();
            assertThat(change.deletedBefore()).contains(today.minus(Duration.ofDays(1)));
            assertThat(change.bytesInTheEnd()).isNegative();
        });
        assertThat(disk.now().changes(setting(3600, 3600, 3600, 3653)))
                .filteredOn(change -> change.tier() == Tier.SAMPLES)
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.deletedBefore()).isEmpty();
                    assertThat(change.bytesInTheEnd()).isPositive();
                });
    }

    @Test
    void aChangeIsKeptAndWrittenDownOnce() {
        KeptDays.Setting wanted = setting(40, 400, 1827, 3653);
        long before = audited();
        kept.set(wanted);
        kept.set(wanted);
        assertThat(kept.now()).isEqualTo(wanted);
        assertThat(audited()).isEqualTo(before + 1);
    }

    @Test
    void aCoarserTierIsNotKeptForLessTimeThanAFinerOne() {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> kept.set(setting(30, 20, 1827, 3653)));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> kept.set(setting(0, 366, 1827, 3653)));
        assertThat(kept.now()).isEqualTo(DEFAULTS);
    }

    @Test
    void thePageSaysWhatIsWrongWithWhatWasTyped() {
        Map<String, String> typed = Map.of("samples", "1.5", "five-minutes", "366", "hour", "1827", "day", "3653");
        DiskView view = board.view(typed, Language.FRENCH);
        assertThat(view.fault()).startsWith("Un nombre entier de jours");
        assertThat(view.rows().getFirst().days()).isEqualTo("1.5");
        assertThat(board.view(Map.of(), Language.ENGLISH).fault()).isEmpty();
    }

    private long audited() {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT count(*) FROM audit_entry WHERE action = 'history.retention'")
                        .mapTo(Long.class)
                        .one());
    }

    private static KeptDays.Setting setting(int samples, int fiveMinutes, int hour, int day) {
        Map<Tier, Integer> days = new EnumMap<>(Tier.class);
        days.put(Tier.SAMPLES, samples);
        days.put(Tier.FIVE_MINUTES, fiveMinutes);
        days.put(Tier.HOUR, hour);
        days.put(Tier.DAY, day);
        return new KeptDays.Setting(days);
    }
}
