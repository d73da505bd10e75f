package org.cmm.core.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.demo.Absence.Why;
import org.cmm.core.metric.Metrics;
import org.junit.jupiter.api.Test;

class ReadingsTest {

    private static final Instant START = Instant.parse("2026-11-24T15:00:00Z");
    private static final Instant MONTH_AGO = START.minus(Duration.ofDays(30));
    private static final int CPU = 0;

    @Test
    void theSameSeedMeasuresTheSame() {
        DemoMachine machine = DemoFleet.of(30, 7).get(3);
        Instant time = START.minus(Duration.ofHours(1));
        assertThat(readings(machine, 7).at(time).orElseThrow())
                .isEqualTo(readings(machine, 7).at(time).orElseThrow());
    }

    @Test
    void whatIsRememberedChangesNothing() {
        DemoMachine machine = DemoFleet.of(30, 1).getFirst();
        Readings remembering = readings(machine, 1);
        for (Instant at = MONTH_AGO; at.isBefore(START); at = at.plus(Duration.ofMinutes(37))) {
            assertThat(remembering.at(at))
                    .usingRecursiveComparison()
                    .isEqualTo(readings(machine, 1).at(at));
        }
    }

    @Test
    void everyMachineMeasuresPossibleValuesOnly() {
        for (DemoMachine machine : DemoFleet.of(60, 1)) {
            Readings readings = readings(machine, 1);
            List<Readings.Column> columns = readings.columns();
            for (Instant at = MONTH_AGO; at.isBefore(START); at = at.plus(Duration.ofHours(5))) {
                readings.at(at).ifPresent(values -> {
                    assertThat(values).hasSize(columns.size());
                    assertThat(values[CPU]).isBetween(0.0, 1.0);
                    for (int column = 0; column < values.length; column++) {
                        String metric = columns.get(column).series().metric();
                        assertThat(Metrics.find(metric).orElseThrow().check(values[column]))
                                .isEmpty();
                    }
                });
            }
        }
    }

    @Test
    void aSitesMachinesLoseTheirPowerTogether() {
        List<DemoMachine> branch = DemoFleet.of(30, 1).stream()
                .filter(machine -> machine.site().equals("Branch · Buea"))
                .filter(machine -> machine.story() == Story.CALM)
                .toList();
        Set<Instant> first = powerCuts(branch.getFirst());
        assertThat(first).hasSizeBetween(4, 13);
        for (DemoMachine machine : branch) {
            assertThat(powerCuts(machine)).isEqualTo(first);
        }
    }

    @Test
    void aMachineThatIsOffMeasuresNothingAndHasRunSinceItsReturn() {
        for (DemoMachine machine : DemoFleet.of(30, 1)) {
            Absences absences = new Absences(machine, 1, START);
            for (Absence absence : absences.endedWithin(MONTH_AGO, START)) {
                Readings readings = readings(machine, 1);
                assertThat(readings.at(absence.from()).isEmpty())
                        .isNotEqualTo(absence.why().isMeasured());
                assertThat(readings.at(absence.to())).isPresent();
                if (absence.why().isBoot()) {
                    assertThat(absences.runningSince(absence.to())).isEqualTo(absence.to());
                } else {
                    assertThat(absences.runningSince(absence.to())).isBefore(absence.from());
                }
            }
        }
    }

    @Test
    void troublesOfAMachineDoNotOverlap() {
        for (DemoMachine machine : DemoFleet.of(30, 3)) {
            List<Absence> all = new Absences(machine, 3, START).overlapping(MONTH_AGO, START.plus(Duration.ofDays(2)));
            for (int next = 1; next < all.size(); next++) {
                assertThat(all.get(next).from())
                        .isAfterOrEqualTo(all.get(next - 1).to());
            }
        }
    }

    @Test
    void aMonthHasEveryTrouble() {
        Set<Why> seen = DemoFleet.of(30, 1).stream()
                .flatMap(machine -> new Absences(machine, 1, START).overlapping(MONTH_AGO, START).stream())
                .map(Absence::why)
                .collect(Collectors.toSet());
        assertThat(seen).contains(Why.values());
    }

    @Test
    void aLargeFleetHasUniqueCodesThatAServerAccepts() {
        List<String> codes =
                DemoFleet.of(1_000, 1).stream().map(DemoMachine::code).toList();
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z0-9][a-z0-9-]{0,30}[a-z0-9]"));
    }

    private static Readings readings(DemoMachine machine, long seed) {
        return new Readings(machine, seed, START, new Absences(machine, seed, START));
    }

    private static Set<Instant> powerCuts(DemoMachine machine) {
        return new Absences(machine, 1, START)
                .endedWithin(MONTH_AGO, START).stream()
                        .filter(absence -> absence.why() == Absence.Why.POWER)
                        .map(Absence::from)
                        .collect(Collectors.toSet());
    }
}
