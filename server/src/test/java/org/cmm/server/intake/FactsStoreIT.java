package org.cmm.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.cmm.protocol.Facts;
import org.cmm.server.platform.AtRest;
import org.cmm.server.platform.RealDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents say about their machines is kept as far as it can be. */
@QuarkusTest
@TestProfile(AtRest.class)
@WithTestResource(RealDatabase.class)
class FactsStoreIT {

    @Inject
    FactsStore store;

    @Inject
    Jdbi jdbi;

    @Test
    void howOftenAMachineIsMeasuredIsKeptEachTimeItChanges() {
        int server = newServer();
        for (Integer millis : new Integer[] {60_000, 60_000, 10_000, null}) {
            store.keep(server, facts(millis));
        }
        assertThat(intervals(server)).containsExactly(60_000, 10_000, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 19, 3_600_001, Integer.MAX_VALUE})
    void anIntervalThatNoAgentCanHaveIsNone(int millis) {
        int server = newServer();
        store.keep(server, facts(millis));
        assertThat(intervals(server)).isEmpty();
        assertThat(told(server)).isNull();
    }

    private @Nullable String told(int server) {
        return jdbi.withHandle(db -> db.createQuery("SELECT facts->>'samplingMillis' FROM server WHERE id = ?")
                .bind(0, server)
                .mapTo(String.class)
                .list()
                .getFirst());
    }

    private List<Integer> intervals(int server) {
        return jdbi.withHandle(
                db -> db.createQuery("SELECT millis FROM sampling_interval WHERE server_id = ? ORDER BY since")
                        .bind(0, server)
                        .mapTo(Integer.class)
                        .list());
    }

    private int newServer() {
        return jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES (:code, :code) RETURNING id")
                        .bind("code", "facts-" + UUID.randomUUID())
                        .mapTo(Integer.class)
                        .one());
    }

    private static Facts facts(@Nullable Integer samplingMillis) {
        return new Facts("pc-12", null, null, null, 4, null, "0.1.0", null, List.of(), 30, samplingMillis, null);
    }
}
