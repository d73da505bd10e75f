package org.cmm.agent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkStateTest {
    private final List<String> said = new ArrayList<>();
    private final LinkState state = new LinkState(said::add, "http://cmm");

    @Test
    void saysOneLineForEachChangeAndNoneForEachFailure() {
        state.connected(0, 0);
        state.connected(30_000, 0);
        for (int failure = 1; failure <= 50; failure++) {
            assertThat(state.lost(60_000 + failure, "connection refused")).isEqualTo(failure);
        }
        state.connected(60_001 + 3_600_000 + 300_000, 390);
        state.connected(4_000_000, 0);

        assertThat(said)
                .containsExactly(
                        "connected to http://cmm",
                        "no connection to http://cmm: connection refused; samples are kept",
                        "connected to http://cmm again after 1 h 5 min, 390 samples are waiting");
    }

    @Test
    void tellsARevokedSecretFromALostLink() {
        state.connected(0, 0);
        state.revoked(1_000);
        state.revoked(2_000);

        assertThat(state.revokedNow()).isTrue();
        assertThat(said.get(1)).contains("does not accept this machine's secret any more: enrol it again");
        assertThat(said).hasSize(2);
    }

    @Test
    void countsFailuresFromAnewAfterAConnection() {
        state.lost(0, "no answer");
        state.lost(0, "no answer");
        state.connected(0, 0);

        assertThat(state.lost(0, "no answer")).isEqualTo(1);
    }
}
