package org.cmm.core.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cmm.core.alert.Silence.Event.Cleared;
import org.cmm.core.alert.Silence.Event.Raised;
import org.cmm.core.alert.Silence.Silent;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final SilenceRule RULE = DefaultRules.SILENCE;
    private static final Instant UP = Instant.parse("2026-01-05T08:00:00Z");
    private static final Silent SILENT = new Silent(second(0), second(90));

    @Test
    void raisesAfterNinetySecondsAndNotBefore() {
        assertThat(tick(Silence.HEARD, heard(0), 89)).isEmpty();
        assertThat(tick(Silence.HEARD, heard(0), 90)).contains(new Raised(SILENT, Severity.CRITICAL));
    }

    @Test
    void aPauseOfAMinuteIsNoSilence() {
        List<Integer> heard = List.of(0, 60, 120);
        for (int now = 0; now <= 180; now++) {
            int tick = now;
            int last = heard.stream()
                    .filter(at -> at <= tick)
                    .max(Integer::compare)
                    .orElseThrow();
            assertThat(tick(Silence.HEARD, heard(last), now)).isEmpty();
        }
    }

    @Test
    void anAgentThatIsQuietOnPurposeIsGivenThatMuchLonger() {
        Contact saving = new Contact(second(0), UP, Duration.ofSeconds(270));
        assertThat(tick(Silence.HEARD, saving, 359)).isEmpty();
        assertThat(tick(Silence.HEARD, saving, 360))
                .contains(new Raised(new Silent(second(0), second(360)), Severity.CRITICAL));
    }

    @Test
    void downtimeOfOurOwnIsNobodysSilence() {
        Contact beforeWeWentDown = new Contact(second(-3600), UP);
        assertThat(tick(Silence.HEARD, beforeWeWentDown, 89)).isEmpty();
        assertThat(tick(Silence.HEARD, beforeWeWentDown, 90))
                .contains(new Raised(new Silent(second(-3600), second(90)), Severity.CRITICAL));
        assertThat(beforeWeWentDown.silentFrom(RULE)).isEqualTo(second(90));
    }

    @Test
    void aRestartOfOursDoesNotClear() {
        Contact afterRestart = new Contact(second(0), second(5000));
        assertThat(tick(SILENT, afterRestart, 5001)).isEmpty();
        assertThat(tick(SILENT, afterRestart, 9000)).isEmpty();
    }

    @Test
    void anyNewContactClears() {
        assertThat(tick(SILENT, heard(200), 201)).contains(new Cleared(SILENT, second(201)));
    }

    @Test
    void aClockThatStepsBackRaisesNothing() {
        assertThat(tick(Silence.HEARD, heard(100), -4000)).isEmpty();
    }

    @Property(seed = "90", tries = 300)
    void raisesAndClearsInTurns(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 3000) Integer> contacts,
            @ForAll @IntRange(min = 1, max = 40) int pace) {
        List<Silence.Event> events = new ArrayList<>();
        Silence state = Silence.HEARD;
        TreeSet<Integer> heard = new TreeSet<>(contacts);
        heard.add(0);
        for (int now = 0; now < 3200; now += pace) {
            int last = Optional.ofNullable(heard.floor(now)).orElseThrow();
            Silence.Step step = Silence.step(RULE, state, heard(last), second(now));
            state = step.state();
            step.event().ifPresent(events::add);
        }
        for (int index = 0; index < events.size(); index++) {
            assertThat(events.get(index)).isInstanceOf(index % 2 == 0 ? Raised.class : Cleared.class);
        }
        assertThat(state instanceof Silent).isEqualTo(events.size() % 2 == 1);
        assertThat(events).allSatisfy(event -> {
            if (event instanceof Raised(Silent silence, Severity _)) {
                assertThat(Duration.between(silence.silentSince(), silence.raisedAt()))
                        .isBetween(RULE.after(), RULE.after().plusSeconds(pace));
            }
        });
    }

    private static Optional<Silence.Event> tick(Silence state, Contact contact, int now) {
        return Silence.step(RULE, state, contact, second(now)).event();
    }

    private static Contact heard(int last) {
        return new Contact(second(last), UP);
    }

    private static Instant second(int second) {
        return UP.plusSeconds(second);
    }
}
