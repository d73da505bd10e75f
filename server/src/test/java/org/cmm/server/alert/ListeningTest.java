package org.cmm.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final Listening listening = new Listening(START);

    @Test
    void listensSinceTheStartWhileItTicks() {
        listening.tick(second(1));
        assertThat(listening.tick(second(10))).isEqualTo(START);
    }

    @Test
    void aProcessThatWasFrozenListensSinceItWokeUp() {
        listening.tick(second(1));
        assertThat(listening.tick(second(3_600))).isEqualTo(second(3_600));
        assertThat(listening.tick(second(3_601))).isEqualTo(second(3_600));
    }

    @Test
    void aClockThatWasSetBackStartsAgain() {
        listening.tick(second(10));
        assertThat(listening.tick(second(5))).isEqualTo(second(5));
    }

    @Test
    void whileTheDatabaseIsAwayNobodyIsHeard() {
        listening.tick(second(1));
        listening.deafTick(second(2));
        assertThat(listening.tick(second(3))).isEqualTo(second(2));
    }

    private static Instant second(long second) {
        return START.plusSeconds(second);
    }
}
