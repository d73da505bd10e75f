package org.cmm.core.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import org.cmm.core.demo.Desk.About;
import org.cmm.core.demo.Desk.Case;
import org.cmm.core.demo.Desk.Taken;
import org.junit.jupiter.api.Test;

class DeskTest {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant SATURDAY_EVENING = Instant.parse("2026-11-21T19:00:00Z");
    private static final Instant MONDAY_OPENING = Instant.parse("2026-11-23T06:30:00Z");

    private final Desk desk = new Desk(1);

    @Test
    void peopleAreAtWorkOnWeekdaysAndSaturdayMornings() {
        assertThat(Desk.atWork(MONDAY_MORNING)).isEqualTo(MONDAY_MORNING);
        assertThat(Desk.atWork(SATURDAY_EVENING)).isEqualTo(MONDAY_OPENING);
        assertThat(Desk.atWork(Instant.parse("2026-11-23T02:00:00Z"))).isEqualTo(MONDAY_OPENING);
        assertThat(Desk.atWork(Instant.parse("2026-11-20T20:00:00Z"))).isEqualTo(Instant.parse("2026-11-21T06:30:00Z"));
    }

    @Test
    void whatBeganAtNightIsTakenInTheMorning() {
        LongStream.range(0, 200)
                .mapToObj(key -> desk.take(new Case(key, true, About.DISK, true, SATURDAY_EVENING)))
                .flatMap(Optional::stream)
                .map(Taken::at)
                .forEach(at -> assertThat(at).isAfter(MONDAY_OPENING));
    }

    @Test
    void nobodyTakesWhatWasPlanned() {
        assertThat(desk.take(new Case(1, false, About.PLANNED, true, MONDAY_MORNING)))
                .isEmpty();
    }

    @Test
    void mostButNotAllGraveTroublesAreTaken() {
        long taken = LongStream.range(0, 1_000)
                .filter(key -> desk.take(new Case(key, false, About.POWER, true, MONDAY_MORNING))
                        .isPresent())
                .count();
        assertThat(taken).isBetween(800L, 950L);
    }

    @Test
    void aSitesPeopleWriteTheirOwnLanguageAndTheSamePersonEndsWhatTheyTook() {
        for (long key = 0; key < 100; key++) {
            Case what = new Case(key, true, About.LINK, true, MONDAY_MORNING);
            Optional<Taken> taken = desk.take(what);
            desk.close(what, MONDAY_MORNING.plusSeconds(600)).ifPresent(closing -> {
                assertThat(closing.note()).isEqualTo("Topped up 10,000 F.");
                taken.ifPresent(one -> assertThat(closing.by()).isEqualTo(one.by()));
            });
        }
    }
}
