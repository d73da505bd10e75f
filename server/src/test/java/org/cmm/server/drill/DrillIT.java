package org.cmm.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.cmm.core.drill.DrillLife.State;
import org.cmm.core.outage.Span;
import org.cmm.protocol.DrillFault;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.DrillReason;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.cmm.server.access.Language;
import org.cmm.server.event.MachineEvents;
import org.cmm.server.fleet.Directory;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.GivenTime;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill from the order to the end, as its agent tells of it, on real tables. */
@QuarkusTest
@WithTestResource(RealDatabase.class)
class DrillIT {

    private static final String CONSENT = """
            {"hostName": "lab", "logicalCpus": 2, "agentVersion": "1", "addresses": [],
             "drills": {"faults": ["cpu", "downtime"], "seconds": 300, "percent": 95, "volume": "/"}}""";

    @Inject
    Jdbi jdbi;

    @Inject
    Drills drills;

    @Inject
    DrillOrders orders;

    @Inject
    DrillTable table;

    @Inject
    TestBench bench;

    @Inject
    DrillHistory history;

    @Inject
    DrillWork work;

    @Inject
    DrillReport report;

    @Inject
    MachineEvents events;

    @Inject
    Directory directory;

    @Inject
    Listing listing;

    @Inject
    GivenTime clock;

    private int server;
    private String code;

    @BeforeEach
    void aTestMachineWhoseAgentAllowsSome() {
        code = "lab-" + UUID.randomUUID().toString().substring(0, 8);
        server = jdbi.withHandle(db -> db.createQuery(
                        "INSERT INTO server (code, name, facts) VALUES (:code, :code, CAST(:facts AS jsonb)) RETURNING id")
                .bind("code", code)
                .bind("facts", CONSENT)
                .mapTo(Integer.class)
                .one());
        jdbi.useHandle(db -> db.execute(
                "INSERT INTO test_machine (server_id, marked_by, marked_at) VALUES (?, 'Awa', now())", server));
        directory.readAgain();
    }

    @Test
    void nothingCanBeOrderedThatTheAgentDoesNotAllow() {
        assertThat(fields(wish("cpu", 300, 95))).isEmpty();
        assertThat(fields(wish("disk", 60, 90))).containsExactly("fault");
        assertThat(fields(wish("cpu", 301, 96))).containsExactly("seconds", "percent");
        assertThat(fields(new DrillWish("nowhere", "cpu", 60, 90, ""))).containsExactly("server");

        jdbi.useHandle(db -> db.execute("DELETE FROM test_machine WHERE server_id = ?", server));
        assertThat(fields(wish("cpu", 60, 90)))
                .as("an agent's word alone is not enough")
                .containsExactly("server");
    }

    @Test
    void anOrderWaitsForItsAgentAndIsInForceUntilTheAgentSaysThatItEnded() {
        int id = order("cpu", 60, 90);

        DrillOrder waiting = waiting();
        assertThat(waiting.kind()).isEqualTo(DrillFault.CPU);
        assertThat(drills.order(checked(wish("cpu", 60, 90)), "Awa"))
                .as("one at a time")
                .isEmpty();

        tell(MachineEventKind.DRILL_STARTED, waiting.key());
        assertThat(orders.waiting(server)).as("it has begun").isNull();
        assertThat(orders.inForce(server)).isEqualTo(waiting);

        tell(MachineEventKind.DRILL_ENDED, waiting.key() + " " + DrillReason.DONE.word());
        assertThat(orders.inForce(server)).isNull();
        assertThat(known(id).outcome()).isEqualTo("done");
        assertThat(state(id)).isEqualTo(State.ENDED);
    }

    @Test
    void whoAbortsADrillTakesItOutOfForceAtOnce() {
        int id = order("cpu", 60, 90);
        String key = waiting().key();
        tell(MachineEventKind.DRILL_STARTED, key);

        assertThat(drills.stop(id, "Awa")).isTrue();
        assertThat(orders.inForce(server)).isNull();
        assertThat(state(id)).isEqualTo(State.STOPPING);
        assertThat(drills.stop(id, "Awa")).isFalse();

        tell(MachineEventKind.DRILL_ENDED, key + " aborted");
        assertThat(state(id)).isEqualTo(State.ENDED);
    }

    @Test
    void anOrderThatNobodyFetchesIsForgottenAndAnotherCanBeGiven() {
        int id = order("cpu", 60, 90);
        clock.moveOn(Duration.ofMinutes(16));

        assertThat(orders.waiting(server)).isNull();
        assertThat(state(id)).isEqualTo(State.EXPIRED);
        assertThat(order("cpu", 60, 90)).isGreaterThan(id);
    }

    @Test
    void whatTheAgentRefusesIsOnRecordWithItsReason() {
        int id = order("cpu", 60, 90);
        tell(MachineEventKind.DRILL_REFUSED, waiting().key() + " memory-short");

        assertThat(state(id)).isEqualTo(State.REFUSED);
        assertThat(report.of(known(id), Language.FRENCH).row().state()).contains("trop peu de mémoire");
    }

    @Test
    void aDrillsTimeIsPlannedWorkAndMarksWhatBeginsInIt() {
        order("downtime", 120, 0);
        String key = waiting().key();
        tell(MachineEventKind.DRILL_STARTED, key);
        Instant began = now();
        clock.moveOn(Duration.ofMinutes(2));
        tell(MachineEventKind.DRILL_ENDED, key + " done");
        Server machine = listing.server(server).orElseThrow();

        Span whole = new Span(began.minus(Duration.ofHours(1)), began.plus(Duration.ofHours(1)));
        assertThat(work.during(whole, List.of(machine)).get(server))
                .singleElement()
                .satisfies(
                        span -> assertThat(span.holds(began.minusSeconds(20))).isTrue());
        assertThat(history.between(began, began))
                .filteredOn(time -> time.server() == server)
                .singleElement()
                .satisfies(time -> {
                    assertThat(time.causes(server, began.plusSeconds(90))).isTrue();
                    assertThat(time.causes(server, began.plus(Duration.ofMinutes(13))))
                            .isFalse();
                    assertThat(time.causes(server + 1, began.plusSeconds(90))).isFalse();
                });
        assertThat(history.practises(server)).isTrue();
    }

    @Test
    void thePageTellsTheDelaysThatTheRuleLeadsOneToExpect() {
        int id = order("downtime", 120, 0);
        String key = waiting().key();
        tell(MachineEventKind.DRILL_STARTED, key);
        clock.moveOn(Duration.ofSeconds(91));
        Instant raised = now();
        jdbi.useHandle(db -> db.execute("""
                INSERT INTO alert (server_id, rule, subject, severity, worst, value, raised_at, changed_at)
                VALUES (?, 'silent', '', 'critical', 'critical', 90, ?, ?)
                """, server, raised, raised));

        DrillReport.View view = report.of(known(id), Language.ENGLISH);
        assertThat(view.lines()).extracting(DrillReport.Line::text).contains("The agent falls silent");
        assertThat(view.delays().getFirst().kind()).as("measured as expected").isEqualTo("ok");
        assertThat(view.delays().getFirst().expected()).startsWith("1\u202fmin 30\u202fs to ");
        assertThat(view.lanes()).hasSize(5);
    }

    private DrillWish wish(String fault, int seconds, int percent) {
        return new DrillWish(code, fault, seconds, percent, "");
    }

    private List<String> fields(DrillWish wish) {
        DrillCheck check = new DrillCheck(DrillWords.messages(Language.ENGLISH), bench);
        check.check(wish);
        return check.faults().stream().map(fault -> fault.field()).toList();
    }

    private DrillCheck.Checked checked(DrillWish wish) {
        return new DrillCheck(DrillWords.messages(Language.ENGLISH), bench)
                .check(wish)
                .orElseThrow();
    }

    private int order(String fault, int seconds, int percent) {
        Optional<Integer> id = drills.order(checked(wish(fault, seconds, percent)), "Awa");
        return id.orElseThrow();
    }

    private void tell(MachineEventKind kind, String detail) {
        long at = now().toEpochMilli();
        events.keep(
                server,
                List.of(new MachineEvent(
                        kind.word() + ":" + detail.split(" ", 2)[0], kind, Evidence.AGENT, at, null, detail)));
        orders.look();
    }

    private Drill known(int id) {
        return table.find(id).orElseThrow();
    }

    private State state(int id) {
        return known(id).life().state(now());
    }

    private DrillOrder waiting() {
        return Objects.requireNonNull(orders.waiting(server));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
