package org.cmm.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cmm.bench.GeneratedFleet.Habits;
import org.cmm.core.history.ColumnCodec;
import org.junit.jupiter.api.Test;

class GeneratedFleetTest {

    private static final GeneratedFleet FLEET = GeneratedFleet.of(Habits.USUAL, 1);
    private static final GeneratedFleet PERFECT = GeneratedFleet.of(Habits.PERFECT, 1);

    @Test
    void theSameSeedGivesTheSameDay() {
        byte[] day = encoded(FLEET.machine(7).day(3));
        assertThat(encoded(GeneratedFleet.of(Habits.USUAL, 1).machine(7).day(3)))
                .isEqualTo(day);
        assertThat(encoded(GeneratedFleet.of(Habits.USUAL, 2).machine(7).day(3)))
                .isNotEqualTo(day);
        assertThat(encoded(FLEET.machine(8).day(3))).isNotEqualTo(day);
        assertThat(encoded(FLEET.machine(7).day(4))).isNotEqualTo(day);
    }

    @Test
    void perfectMachinesMissNothing() {
        GeneratedDay day = PERFECT.machine(0).day(0);
        assertThat(day.samples()).isEqualTo(8_640);
        assertThat(day.at()[8_639])
                .isEqualTo(Duration.ofDays(1).minusSeconds(10).toMillis());
        assertThat(day.late()).isEmpty();
        assertThat(uptime(PERFECT, PERFECT.machine(0).day(1))[0] - uptime(PERFECT, day)[0])
                .isEqualTo(86_400);
    }

    @Test
    void othersHaveGapsRestartsAndLateHours() {
        List<GeneratedDay> days = eventful();
        assertThat(days).filteredOn(day -> day.samples() < 8_640).hasSizeBetween(15, 35);
        assertThat(days)
                .filteredOn(day -> Arrays.stream(uptime(FLEET, day)).min().orElseThrow() < 300)
                .hasSizeBetween(5, 25);
        assertThat(days).filteredOn(day -> !day.late().isEmpty()).hasSizeBetween(5, 25);
    }

    @Test
    void sharesStayShares() {
        int[] shares = IntStream.range(0, FLEET.series().size())
                .filter(column -> FLEET.series().get(column).contains(".utilization"))
                .toArray();
        assertThat(eventful()).allSatisfy(day -> assertThat(Arrays.stream(shares)
                        .mapToObj(column -> day.columns()[column])
                        .flatMapToDouble(Arrays::stream))
                .allMatch(value -> value >= 0 && value <= 1));
    }

    @Test
    void disksFill() {
        int used = FLEET.series().indexOf("system.filesystem.utilization{system.filesystem.mountpoint=/}");
        double[] byDay = IntStream.range(0, 30)
                .mapToDouble(day -> PERFECT.machine(4).day(day).columns()[used][0])
                .toArray();
        long fuller = IntStream.range(1, 30)
                .filter(day -> byDay[day] > byDay[day - 1])
                .count();
        assertThat(fuller).isGreaterThan(20);
    }

    @Test
    void aDayTakesLittleMoreThanAByteAValue() {
        GeneratedDay day = FLEET.machine(0).day(0);
        assertThat((double) encoded(day).length / day.samples() / FLEET.series().size())
                .isLessThan(1.4);
    }

    private static List<GeneratedDay> eventful() {
        GeneratedFleet fleet = GeneratedFleet.of(new Habits(Duration.ofSeconds(10), 0.8, 10, 0.3), 1);
        return IntStream.range(0, 40)
                .mapToObj(number -> fleet.machine(number).day(number))
                .toList();
    }

    private static double[] uptime(GeneratedFleet fleet, GeneratedDay day) {
        return day.columns()[fleet.series().indexOf("system.uptime")];
    }

    private static byte[] encoded(GeneratedDay day) {
        return ColumnCodec.encode(day.columns());
    }
}
