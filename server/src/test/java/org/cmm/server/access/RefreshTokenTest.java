package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cmm.server.access.RefreshToken.Meaning;
import org.junit.jupiter.api.Test;

class RefreshTokenTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(5));
    private static final RefreshToken FRESH = token("fresh", Optional.empty(), Optional.empty());
    private static final RefreshToken SPENT = token("spent", Optional.of(NOON), Optional.of("fresh"));

    @Test
    void aTokenNobodyUsedIsTheNewest() {
        assertThat(FRESH.shownAt(NOON, Optional.empty())).isEqualTo(Meaning.NEWEST);
    }

    @Test
    void twoTabsThatWakeUpTogetherAreNoThieves() {
        assertThat(SPENT.shownAt(NOON.plusSeconds(2), Optional.of(FRESH))).isEqualTo(Meaning.TWIN);
    }

    @Test
    void anAnswerThatWasLostMayBeAskedForAgain() {
        assertThat(SPENT.shownAt(LATER, Optional.of(FRESH))).isEqualTo(Meaning.LOST_ANSWER);
    }

    @Test
    void whoShowsATokenWhoseSuccessorIsInUseStoleIt() {
        RefreshToken used = token("fresh", Optional.of(NOON.plusSeconds(60)), Optional.of("newer"));
        assertThat(SPENT.shownAt(LATER, Optional.of(used))).isEqualTo(Meaning.STOLEN);
    }

    @Test
    void whoShowsATokenThatWasWithdrawnStoleIt() {
        assertThat(token("withdrawn", Optional.of(NOON), Optional.empty()).shownAt(NOON, Optional.empty()))
                .isEqualTo(Meaning.STOLEN);
    }

    private static RefreshToken token(String fingerprint, Optional<Instant> spent, Optional<String> successor) {
        return new RefreshToken(fingerprint, new UUID(0, 1), spent, successor);
    }
}
