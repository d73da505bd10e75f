package org.cmm.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.cmm.server.demo.DemoRow.Stage;
import org.cmm.server.demo.RealMachines.RealMachine;
import org.cmm.server.fleet.MadeUp;
import org.cmm.server.platform.ProblemException;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DemoIT.Alone.class)
@WithTestResource(RealDatabase.class)
class DemoIT {

    /** A server of its own: every row of it is counted. */
    public static class Alone implements QuarkusTestProfile {}

    private static final DemoWish TEN_DAYS = new DemoWish(15, 240, 1L);
    private static final DemoWish A_DAY = new DemoWish(12, 24, 1L);

    @Inject
    Demo demo;

    @Inject
    Rows rows;

    @Inject
    RealMachines real;

    @Inject
    MadeUp madeUp;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void nothingIsLeft() throws InterruptedException {
        demo.remove();
        await(() -> demo.now().isEmpty());
    }

    /** One fleet for both, since a past takes a while. */
    @Test
    void thePastHasIncidentsWithTheirCausesAndLeavesTwoLinesInTheAuditLogAndNothingElse() throws InterruptedException {
        Map<String, Long> before = settled();
        demo.add(TEN_DAYS, "awa");
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> demo.add(TEN_DAYS, "awa"));
        await(() -> stage().equals(Optional.of(Stage.THERE)));
        thePastHasIncidentsWithTheirCausesAndTellsNobody(
                demo.now().orElseThrow().start());
        assertThat(rows.now().get("server")).isEqualTo(before.getOrDefault("server", 0L) + 15);
        demo.remove();
        await(() -> demo.now().isEmpty());
        before.merge("audit_entry", 2L, Long::sum);
        assertThat(rows.now()).isEqualTo(before);
    }

    private void thePastHasIncidentsWithTheirCausesAndTellsNobody(Instant start) {
        assertThat(rows.count("SELECT count(*) FROM machine_event")).isGreaterThan(10);
        assertThat(rows.count("SELECT count(*) FROM incident WHERE stage = 'closed'"))
                .isGreaterThan(5);
        assertThat(rows.count("SELECT count(*) FROM incident WHERE site_id IS NOT NULL"))
                .isGreaterThan(2);
        assertThat(rows.count("SELECT count(*) FROM incident_entry WHERE kind = 'acknowledged'"))
                .isGreaterThan(2);
        assertThat(rows.count("""
                        SELECT count(*) FROM incident_entry JOIN incident ON incident.id = incident_id
                        WHERE stage = 'closed' AND at > timestamptz '%s'
                        """.formatted(start))).isZero();
        assertThat(rows.count("SELECT count(*) FROM incident_entry WHERE audible AND held_back IS NULL"))
                .isZero();
        assertThat(rows.count("SELECT count(DISTINCT cause) FROM outage WHERE cause <> 'unknown'"))
                .isGreaterThan(1);
        assertThat(rows.count("SELECT count(*) FROM outage WHERE until_at IS NOT NULL AND cause = 'unknown'"))
                .isZero();
        assertThat(rows.count("SELECT count(*) FROM outage WHERE alert_id IS NOT NULL"))
                .isGreaterThan(10);
    }

    @Test
    void realMachinesKeepTheirSamplesAndGoOnDelivering() throws InterruptedException {
        RealMachine machine = real.join();
        machine.measure(Instant.now().minus(Duration.ofHours(30)), Duration.ofHours(30));
        demo.add(A_DAY, "awa");
        await(() -> stage().equals(Optional.of(Stage.THERE)));
        demo.remove();
        while (demo.now().isPresent()) {
            machine.measure(Instant.now(), Duration.ofSeconds(1));
        }
        assertThat(machine.stored()).isEqualTo(machine.measured());
        real.leave(machine);
    }

    @Test
    void aDemoFleetThatIsRemovedWhileItIsFilledLeavesNothing() throws InterruptedException {
        Map<String, Long> before = settled();
        demo.add(new DemoWish(15, 9_000, 1L), "awa");
        await(() -> demo.progress().phase() == DemoProgress.Phase.MEASURING);
        demo.remove();
        await(() -> demo.now().isEmpty());
        before.merge("audit_entry", 2L, Long::sum);
        assertThat(rows.now()).isEqualTo(before);
    }

    @Test
    void whatAKilledProcessLeftIsClearedAwayAndDoneAgain() throws InterruptedException {
        madeUp.site("Siège · Yaoundé", ZoneId.of("Africa/Douala"));
        jdbi.useHandle(db -> DemoTable.insert(db, A_DAY, Instant.now().truncatedTo(ChronoUnit.SECONDS), "awa"));
        demo.keepAlive(true);
        await(() -> stage().equals(Optional.of(Stage.THERE)));
        assertThat(rows.count("SELECT count(*) FROM site WHERE demo")).isEqualTo(3);
        assertThat(rows.count("SELECT count(*) FROM site WHERE name LIKE '%(2)'"))
                .isZero();
    }

    /** The heart beats once before anything is counted. */
    private Map<String, Long> settled() throws InterruptedException {
        await(() -> rows.now().getOrDefault("heartbeat", 0L) == 1);
        return rows.now();
    }

    private Optional<Stage> stage() {
        return demo.now().map(DemoRow::stage);
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!reached.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
