package org.cmm.core.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.cmm.core.random.Exponential;
import org.cmm.core.random.Gamma;
import org.cmm.core.random.Weibull;
import org.cmm.core.reliability.Optimum.At;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that were computed by other means, to all of their digits. */
class ReferenceNumbersTest {

    /** Half a unit of the last digit, and a trifle. */
    private static final double NINE_DECIMALS = 5.001e-10;

    private static final double SIX_DECIMALS = 5.001e-7;

    @ParameterizedTest
    @CsvSource({"1000, 10, 0.990099010", "720, 4, 0.994475138", "4380, 24, 0.994550409"})
    void renewedUnit(double up, double down, double availability) {
        assertThat(new RenewedUnit(up, down).availability()).isCloseTo(availability, within(NINE_DECIMALS));
    }

    @Test
    void unitWithoutMemory() {
        MarkovUnit unit = new MarkovUnit(1 / 100.0, 1 / 5.0);
        assertThat(unit.availabilityAt(0)).isOne();
        assertThat(unit.availabilityAt(1)).isCloseTo(0.990980202, within(NINE_DECIMALS));
        assertThat(unit.availabilityAt(5)).isCloseTo(0.969044655, within(NINE_DECIMALS));
        assertThat(unit.availabilityAt(20)).isCloseTo(0.953095027, within(NINE_DECIMALS));
        assertThat(unit.availabilityUntil(100)).isCloseTo(0.954648526, within(NINE_DECIMALS));
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 1000, 1, 5, 493.046958, 0.003462043, 0.005635302, 38.5651",
        "2, 1000, 1, 5, 510.655224, 0.004085242, 0.005641896, 27.5910",
        "3, 1000, 1, 10, 382.455531, 0.003949350, 0.011198465, 64.7331"
    })
    void ageReplacement(
            double shape,
            double scale,
            double planned,
            double failed,
            double age,
            double rate,
            double waiting,
            double percent) {
        AgeReplacement model = new AgeReplacement(new Weibull(shape, scale), planned, failed);
        assertThat(model.costRateOfWaiting()).isCloseTo(waiting, within(NINE_DECIMALS));
        assertThat(model.best()).isInstanceOfSatisfying(At.class, at -> {
            assertThat(at.time()).isCloseTo(age, within(SIX_DECIMALS));
            assertThat(at.rate()).isCloseTo(rate, within(NINE_DECIMALS));
            assertThat(at.saving() * 100).isCloseTo(percent, within(5.001e-5));
        });
    }

    @Test
    void ageReplacementInHoursOfDowntime() {
        AgeReplacement model = new AgeReplacement(new Weibull(2.5, 1_000), 1, 8);
        At at = (At) model.best();
        assertThat(at.time()).isCloseTo(392.547362, within(SIX_DECIMALS));
        assertThat(model.availability(at.time())).isCloseTo(0.995714407, within(NINE_DECIMALS));
        assertThat(model.availabilityOfWaiting()).isCloseTo(0.991064087, within(NINE_DECIMALS));
    }

    @Test
    void minimalRepair() {
        At at = (At) new MinimalRepair(2.5, 1_000, 1, 5).best();
        assertThat(at.time()).isCloseTo(446.658388, within(SIX_DECIMALS));
        assertThat(at.rate()).isCloseTo(0.003731412, within(NINE_DECIMALS));
    }

    @Test
    void blockReplacement() {
        BlockReplacement model = new BlockReplacement(new Gamma(2, 500), 1, 10);
        At at = (At) model.best();
        assertThat(at.time()).isCloseTo(344.105336, within(SIX_DECIMALS));
        assertThat(at.rate()).isCloseTo(0.007475195, within(NINE_DECIMALS));
        assertThat(model.costRateOfWaiting()).isCloseTo(0.01, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"5, 1, 0.05, 0.5, 0.639522, 0.203474, 0.872096", "20, 3, 0.01, 0.125, 1.622667, 0.152481, 0.918867"})
    void machineRepairman(
            int machines,
            int technicians,
            double fails,
            double repaired,
            double down,
            double waiting,
            double availability) {
        MachineRepairman model = new MachineRepairman(machines, technicians, fails, repaired);
        assertThat(model.down()).isCloseTo(down, within(SIX_DECIMALS));
        assertThat(model.waiting()).isCloseTo(waiting, within(SIX_DECIMALS));
        assertThat(model.availability()).isCloseTo(availability, within(SIX_DECIMALS));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.213061", "1, 0.367879", "2, 0.567668"})
    void inspection(double period, double failing) {
        assertThat(new Inspection(0.01, new Exponential(1)).failing(period)).isCloseTo(failing, within(SIX_DECIMALS));
    }

    @ParameterizedTest
    @CsvSource({"6, 0.8, 0.998807157, 10.4493, 75.4513", "24, 0.6, 0.997874969, 18.6153, 56.2669"})
    void race(double fix, double prevented, double availability, double downtime, double percent) {
        Race race = new Race(1 / 2_000.0, 1 / 48.0, 1 / fix, 0.9, 0.5, 10);
        assertThat(race.prevented()).isCloseTo(prevented, within(1e-15));
        assertThat(race.availability()).isCloseTo(availability, within(NINE_DECIMALS));
        assertThat(race.reactive().availability()).isCloseTo(0.995140914, within(NINE_DECIMALS));
        assertThat((1 - race.availability()) * 8_760).isCloseTo(downtime, within(5.001e-5));
        assertThat((1 - race.reactive().availability()) * 8_760).isCloseTo(42.5656, within(5.001e-5));
        assertThat(race.cut() * 100).isCloseTo(percent, within(5.001e-5));
    }

    @Test
    void detectionDelay() {
        assertThat(new Heartbeats(30, 3).meanDelay()).isEqualTo(75);
        assertThat(new Heartbeats(30, 3).leastDelay()).isEqualTo(60);
        assertThat(new Heartbeats(30, 3).mostDelay()).isEqualTo(90);
        assertThat(new Exceedances(0.05, 3).meanReadings()).isCloseTo(8_420, within(0.5));
        assertThat(new Exceedances(0.1, 3).meanReadings()).isCloseTo(1_110, within(0.5));
    }
}
