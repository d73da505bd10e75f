package org.cmm.core.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Entry.Kind;
import org.cmm.core.incident.IncidentState.Stage;
import org.junit.jupiter.api.Test;

class IncidentTest {

    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final Optional<String> WINDOW = Optional.of("window:1");
    private static final Optional<String> NOTHING = Optional.empty();

    private final Incident incident = Incident.opened(1, Severity.WARNING, NOON, NOTHING);

    @Test
    void isOpenAndToldAsItBegins() {
        assertThat(incident.state().stage()).isEqualTo(Stage.OPEN);
        assertThat(told(incident)).containsExactly(Kind.OPENED);
    }

    @Test
    void anotherAlertJoinsWithoutANoticeUnlessItIsWorse() {
        incident.raised(2, Severity.INFO, at(1), NOTHING);
        assertThat(told(incident)).containsExactly(Kind.OPENED);
        incident.raised(3, Severity.CRITICAL, at(2), NOTHING);
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.WORSENED);
    }

    @Test
    void recoversWithItsLastAlertOnly() {
        incident.raised(2, Severity.INFO, at(1), NOTHING);
        incident.cleared(1, at(2));
        assertThat(incident.state().severity()).isEqualTo(Severity.INFO);
        incident.cleared(2, at(3));
        assertThat(incident.state().stage()).isEqualTo(Stage.RESOLVED);
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.RECOVERED);
    }

    @Test
    void theSameNewsTwiceIsToldOnce() {
        incident.raised(1, Severity.WARNING, at(1), NOTHING);
        incident.cleared(1, at(2));
        incident.cleared(1, at(3));
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.RECOVERED);
    }

    @Test
    void troubleWithinAnHourOfItsEndIsTheSameIncidentAndNeedsANewAcknowledgement() {
        incident.acknowledge("awa", Optional.empty(), at(1));
        incident.cleared(1, at(2));
        incident.raised(2, Severity.WARNING, at(30), NOTHING);
        assertThat(incident.state().stage()).isEqualTo(Stage.OPEN);
        assertThat(incident.state().acknowledgement()).isEmpty();
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.RECOVERED, Kind.REOPENED);
    }

    @Test
    void closesByItselfAnHourAfterItsEnd() {
        incident.cleared(1, at(2));
        incident.tick(at(61), NOTHING);
        assertThat(incident.state().stage()).isEqualTo(Stage.RESOLVED);
        incident.tick(at(62), NOTHING);
        assertThat(incident.state().stage()).isEqualTo(Stage.CLOSED);
        assertThatThrownBy(() -> incident.raised(2, Severity.INFO, at(63), NOTHING))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aWindowHoldsBackTheNoticeAndNotTheRecord() {
        var planned = Incident.opened(1, Severity.WARNING, NOON, WINDOW);
        assertThat(planned.entries()).extracting(Entry::kind).containsExactly(Kind.OPENED);
        assertThat(told(planned)).isEmpty();
    }

    @Test
    void whatBeganAndEndedInAWindowIsNeverTold() {
        var planned = Incident.opened(1, Severity.WARNING, NOON, WINDOW);
        planned.cleared(1, at(5));
        planned.tick(at(6), NOTHING);
        assertThat(told(planned)).isEmpty();
    }

    @Test
    void whatIsStillThereWhenAWindowEndsIsTold() {
        var planned = Incident.opened(1, Severity.WARNING, NOON, WINDOW);
        planned.tick(at(30), WINDOW);
        assertThat(told(planned)).isEmpty();
        planned.tick(at(60), NOTHING);
        planned.tick(at(61), NOTHING);
        assertThat(told(planned)).containsExactly(Kind.STILL_THERE);
    }

    @Test
    void anEndWithinAWindowIsToldToWhoWasToldOfTheBeginning() {
        incident.tick(at(1), WINDOW);
        incident.cleared(1, at(2));
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.RECOVERED);
    }

    @Test
    void whatGotWorseInAWindowIsToldAtItsEnd() {
        incident.moved(1, Severity.CRITICAL, at(5), WINDOW);
        assertThat(told(incident)).containsExactly(Kind.OPENED);
        incident.tick(at(60), NOTHING);
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.WORSENED);
    }

    @Test
    void anAcknowledgementThatExpiresIsTold() {
        incident.acknowledge("awa", Optional.of(at(60)), at(1));
        incident.tick(at(59), NOTHING);
        assertThat(incident.state().stage()).isEqualTo(Stage.ACKNOWLEDGED);
        incident.tick(at(60), NOTHING);
        assertThat(incident.state().stage()).isEqualTo(Stage.OPEN);
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.ACKNOWLEDGEMENT_EXPIRED);
    }

    @Test
    void nobodyIsRemindedOfWhatSomebodyWorksOn() {
        incident.acknowledge("awa", Optional.of(at(60)), at(1));
        incident.start("awa", at(2));
        incident.tick(at(120), NOTHING);
        assertThat(incident.state().stage()).isEqualTo(Stage.IN_PROGRESS);
    }

    @Test
    void aSnoozeKeepsQuietUntilItsEndOrUntilItGetsWorse() {
        incident.snooze("awa", at(60), at(1));
        incident.cleared(1, at(2));
        incident.raised(2, Severity.WARNING, at(3), NOTHING);
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.RECOVERED, Kind.REOPENED);
        incident.snooze("awa", at(60), at(4));
        incident.moved(2, Severity.CRITICAL, at(5), NOTHING);
        assertThat(told(incident)).endsWith(Kind.WORSENED);
    }

    @Test
    void theEndOfASnoozeSaysThatTheTroubleIsStillThere() {
        incident.snooze("awa", at(60), at(1));
        incident.tick(at(59), NOTHING);
        incident.tick(at(60), NOTHING);
        incident.tick(at(61), NOTHING);
        assertThat(told(incident)).containsExactly(Kind.OPENED, Kind.STILL_THERE);
    }

    @Test
    void flappingIsToldOnceAndItsEndOnceItIsSteady() {
        for (int times = 0; times < 8; times++) {
            incident.cleared(1 + times, at(2 + 2 * times));
            incident.raised(2 + times, Severity.WARNING, at(3 + 2 * times), NOTHING);
        }
        incident.cleared(9, at(20));
        assertThat(told(incident))
                .containsExactly(
                        Kind.OPENED,
                        Kind.RECOVERED,
                        Kind.REOPENED,
                        Kind.RECOVERED,
                        Kind.REOPENED,
                        Kind.RECOVERED,
                        Kind.FLAPPING);
        incident.tick(at(79), NOTHING);
        incident.tick(at(80), NOTHING);
        assertThat(told(incident)).endsWith(Kind.FLAPPING, Kind.RECOVERED);
        assertThat(incident.state().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aPersonClosesOnlyWhatIsOver() {
        assertThatThrownBy(() -> incident.close("awa", at(1))).isInstanceOf(IllegalStateException.class);
        incident.cleared(1, at(2));
        incident.close("awa", at(3));
        assertThat(incident.state().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void whatIsOverCannotBeAcknowledged() {
        incident.cleared(1, at(2));
        assertThatThrownBy(() -> incident.acknowledge("awa", Optional.empty(), at(3)))
                .hasMessageContaining("is over");
    }

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static List<Kind> told(Incident incident) {
        return incident.entries().stream()
                .filter(Entry::isTold)
                .map(Entry::kind)
                .toList();
    }
}
