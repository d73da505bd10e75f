package org.cmm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
    private static final int CPU = 0;

    @Test
    void theSameSeedMeasuresTheSame() {
        DemoMachine machine = DemoFleet.of(42, 7).get(3);
        Instant time = START.minus(Duration.ofHours(1));
        assertThat(new Readings(machine, 7, START).at(time).orElseThrow())
                .isEqualTo(new Readings(machine, 7, START).at(time).orElseThrow());
    }

    @Test
    void everyMachineMeasuresOneValueForEachColumnOfItsLayout() {
        for (DemoMachine machine : DemoFleet.of(42, 1)) {
            Readings readings = new Readings(machine, 1, START);
            double[] values = readings.at(START).orElseThrow();
            assertThat(values).hasSize(readings.layout().columns());
            assertThat(values[CPU]).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aSitesMachinesLoseTheirPowerTogether() {
        List<DemoMachine> annexe = DemoFleet.of(42, 1).stream()
                .filter(machine -> machine.site().equals("Annexe Banengo"))
                .toList();
        List<Instant> fortnight = LongStream.range(0, 14 * 24)
                .mapToObj(hour -> START.minus(Duration.ofHours(hour)))
                .toList();
        List<Boolean> first = fortnight.stream()
                .map(time -> hasPower(annexe.getFirst(), time))
                .toList();
        assertThat(first).contains(true, false);
        for (DemoMachine machine : annexe) {
            assertThat(fortnight.stream().map(time -> hasPower(machine, time)).toList())
                    .isEqualTo(first);
        }
    }

    @Test
    void aLargeFleetHasUniqueCodesThatAServerAccepts() {
        List<String> codes =
                DemoFleet.of(1_000, 1).stream().map(DemoMachine::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9][a-z0-9-]{0,30}[a-z0-9]"));
    }

    private static boolean hasPower(DemoMachine machine, Instant time) {
        return new Readings(machine, 1, START).at(time).isPresent();
    }
}
