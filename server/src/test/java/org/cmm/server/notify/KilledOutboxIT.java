package org.cmm.server.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cmm.core.alert.Severity;
import org.cmm.server.notify.Counterpart.Taken;
import org.cmm.server.notify.Happening.What;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A process that dies between any two steps: counts at the other end and in the outbox. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class KilledOutboxIT {

    @Inject
    Mailroom room;

    @Inject
    OutboxLoop resident;

    private final Counterpart counterpart = new Counterpart();
    private int hook;

    @BeforeEach
    void begin() {
        resident.stop();
        room.empty();
        hook = room.webhook(counterpart);
    }

    @AfterEach
    void close() {
        counterpart.close();
    }

    @Test
    void aKillBeforeTheCommitLeavesNothingAndTheNextProcessTellsAll() {
        room.person(Mailroom.anything(), hook);
        Happening opened = room.happening(1, What.OPENED, Severity.WARNING);
        assertThatThrownBy(() -> room.jdbi.useTransaction(db -> {
                    room.announcer.tell(db, List.of(opened), room.now());
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(room.states()).isEmpty();
        room.tell(opened);
        room.work(room.process());
        assertThat(keys()).hasSize(1);
    }

    @Test
    void aKillAfterTheClaimLosesNothingAndTellsNothingTwice() {
        room.person(Mailroom.anything(), hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        Outbox killed = room.process();
        assertThat(killed.claim(8)).hasSize(1);
        Outbox next = room.process();
        assertThat(room.work(next)).isZero();
        room.clock.moveOn(Outbox.LEASE);
        assertThat(room.work(next)).isEqualTo(1);
        assertThat(keys()).hasSize(1);
        assertThat(room.attempts()).containsExactly("unknown", "accepted");
    }

    @Test
    void aKillBetweenSendingAndWritingItDownSendsAgainWithTheSameKey() {
        room.person(Mailroom.anything(), hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING));
        Outbox killed = room.process();
        Outbox.Claim claim = killed.claim(8).getFirst();
        room.deliveries.send(claim.notice());
        room.clock.moveOn(Outbox.LEASE);
        Outbox next = room.process();
        assertThat(room.work(next)).isEqualTo(1);
        assertThat(keys()).hasSize(2);
        assertThat(new HashSet<>(keys())).hasSize(1);
        assertThat(killed.settle(claim, new Outcome.Refused("too late"))).isFalse();
        assertThat(room.states()).isEqualTo("sent 1");
    }

    @Test
    void aKillOfWhoSendsADigestLeavesTheSameDigest() {
        room.person(Mailroom.anything(), hook);
        room.tell(room.happening(1, What.OPENED, Severity.WARNING), room.happening(2, What.OPENED, Severity.WARNING));
        room.clock.moveOn(Duration.ofMinutes(6));
        Outbox killed = room.process();
        room.deliveries.send(killed.claim(8).getFirst().notice());
        room.tell(room.happening(3, What.OPENED, Severity.WARNING));
        room.clock.moveOn(Outbox.LEASE);
        room.work(room.process());
        assertThat(titles()).element(0).isEqualTo("2 avis : 2 en cours, 0 terminés");
        List<String> keys = keys();
        assertThat(keys).hasSizeBetween(2, 3);
        assertThat(room.states()).doesNotContain("waiting", "sending");
    }

    @Test
    void randomKillsLoseNothingAndDoubleNothing() {
        java.util.Random dice = new java.util.Random(11);
        for (int person = 0; person < 5; person++) {
            room.person(Mailroom.anything(), hook);
        }
        List<Outbox.Claim> lost = new ArrayList<>();
        for (int round = 1; round <= 60; round++) {
            room.tell(room.happening(round, What.OPENED, Severity.WARNING));
            Outbox process = room.process();
            for (Outbox.Claim claim : process.claim(8)) {
                int step = dice.nextInt(4);
                if (step == 0) {
                    lost.add(claim);
                    continue;
                }
                Outcome outcome = room.deliveries.send(claim.notice());
                if (step > 1) {
                    process.settle(claim, outcome);
                }
            }
            room.clock.moveOn(Duration.ofSeconds(30));
        }
        room.clock.moveOn(Outbox.LEASE);
        Outbox last = room.process();
        room.work(last);
        assertThat(lost).isNotEmpty();
        assertThat(room.states()).matches("(merged \\d+, )?sent \\d+");
        long told =
                room.jdbi.withHandle(db -> db.createQuery("""
                        SELECT count(DISTINCT (incident_id, user_id)) FROM notice n WHERE incident_id IS NOT NULL
                          AND (state = 'sent' OR state = 'merged' AND EXISTS (
                            SELECT FROM notice d WHERE d.id = n.digest_id AND d.state = 'sent'))
                        """).mapTo(Long.class).one());
        assertThat(told).isEqualTo(300);
        long rows =
                room.jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM notice WHERE incident_id IS NOT NULL")
                        .mapTo(Long.class)
                        .one());
        assertThat(rows).isEqualTo(300);
        Set<String> sentKeys = new HashSet<>(
                room.jdbi.withHandle(db -> db.createQuery("SELECT key::text FROM notice WHERE state = 'sent'")
                        .mapTo(String.class)
                        .list()));
        assertThat(keys()).as("whatever was sent to completion arrived").containsAll(sentKeys);
    }

    private List<String> titles() {
        return counterpart.taken().stream()
                .map(taken -> taken.body()
                        .replaceAll("(?s).*\"title\":\"(.*?)\".*", "$1")
                        .replace("\u202f", " "))
                .toList();
    }

    private List<String> keys() {
        return counterpart.taken().stream().map(KilledOutboxIT::key).toList();
    }

    private static String key(Taken taken) {
        return taken.header("webhook-id");
    }
}
