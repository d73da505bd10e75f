package org.cmm.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cmm.demo.Absences.Absence;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant FORTNIGHT_AGO = START.minus(Duration.ofDays(14));
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
        List<Absence> first = powerCuts(annexe.getFirst());
        assertThat(first).isNotEmpty();
        for (DemoMachine machine : annexe) {
            assertThat(powerCuts(machine)).isEqualTo(first);
        }
    }

    @Test
    void aMachineThatIsOffMeasuresNothingAndHasRunSinceItsReturn() {
        for (DemoMachine machine : DemoFleet.of(42, 1)) {
            for (Absence absence : new Absences(machine, 1, START).since(FORTNIGHT_AGO, START)) {
                Readings readings = new Readings(machine, 1, START);
                assertThat(readings.at(absence.from())).isEmpty();
                assertThat(readings.at(absence.to())).isPresent();
                assertThat(readings.bootedBefore(absence.to())).isEqualTo(absence.to());
            }
        }
    }

    @Test
    void aLargeFleetHasUniqueCodesThatAServerAccepts() {
        List<String> codes =
                DemoFleet.of(1_000, 1).stream().map(DemoMachine::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9][a-z0-9-]{0,30}[a-z0-9]"));
    }

    private static List<Absence> powerCuts(DemoMachine machine) {
        return new Absences(machine, 1, START)
                .since(FORTNIGHT_AGO, START).stream()
                        .filter(absence -> absence.why() == Absences.Why.POWER)
                        .toList();
    }
}
