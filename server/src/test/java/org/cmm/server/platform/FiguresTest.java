package org.cmm.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final ZoneId DOUALA = ZoneId.of("Africa/Douala");
    private final Figures english = Figures.of(Locale.ENGLISH, DOUALA);
    private final Figures french = Figures.of(Locale.FRENCH, DOUALA);

    @Test
    void percentsHaveANarrowNoBreakSpace() {
        assertThat(english.percent(0.914)).isEqualTo("91\u202f%");
        assertThat(french.percent(0.987, 1)).isEqualTo("98,7\u202f%");
    }

    @Test
    void bytesAreNamedAsTheLanguageDoes() {
        double used = 12.5 * (1L << 30);
        assertThat(english.bytes(used)).isEqualTo("12.5\u202fGiB");
        assertThat(french.bytes(used)).isEqualTo("12,5\u202fGio");
        assertThat(english.bytes(0)).isEqualTo("0\u202fB");
    }

    @Test
    void linesAreMeasuredInBits() {
        assertThat(english.bitRate(390_000)).isEqualTo("3.1\u202fMbit/s");
    }

    @Test
    void durationsNameTheTwoUnitsThatMatter() {
        assertThat(english.duration(Duration.ofHours(92))).isEqualTo("3\u202fd 20\u202fh");
        assertThat(french.duration(Duration.ofHours(92))).isEqualTo("3\u202fj 20\u202fh");
        assertThat(english.duration(Duration.ofMinutes(372))).isEqualTo("6\u202fh 12\u202fmin");
        assertThat(english.duration(Duration.ofDays(88))).isEqualTo("88\u202fd");
        assertThat(english.duration(Duration.ofSeconds(-3))).isEqualTo("0\u202fs");
    }

    @Test
    void theFrenchSayAgoBeforeTheNumber() {
        assertThat(english.ago(Duration.ofSeconds(6))).isEqualTo("6\u202fs ago");
        assertThat(french.ago(Duration.ofSeconds(6))).isEqualTo("il y a 6\u202fs");
    }

    @Test
    void timesAreThoseOfTheZone() {
        Instant time = Instant.parse("2026-11-23T07:41:00Z");
        assertThat(english.clock(time)).isEqualTo("08:41");
        assertThat(french.clock(time)).isEqualTo("08\u00a0h\u00a041");
        assertThat(english.moment(time)).isEqualTo("23 Nov 2026, 08:41");
    }

    @Test
    void coordinatesUseAPointAndNoUselessZero() {
        assertThat(Figures.coordinate(12.0)).isEqualTo("12");
        assertThat(Figures.coordinate(3.14159)).isEqualTo("3.1");
    }
}
