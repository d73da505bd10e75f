package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SupplyTextsTest {
    private static final String MAINS_AWAY = supply("TYPE=Mains", "ONLINE=0");
    private static final String MOUSE = supply("TYPE=Battery", "STATUS=Discharging", "CAPACITY=5", "SCOPE=Device");

    @Test
    void tellsMainsAndCharge() {
        assertThat(SupplyTexts.read(List.of(MAINS_AWAY, battery("Discharging", 63))))
                .contains(new PowerSupply(Optional.of(false), Optional.of(0.63)));
    }

    @Test
    void aMachineWithoutBatterySaysNothing() {
        assertThat(SupplyTexts.read(List.of())).isEmpty();
        assertThat(SupplyTexts.read(List.of(MAINS_AWAY))).isEmpty();
        assertThat(SupplyTexts.read(List.of(supply("TYPE=Battery", "PRESENT=0"))))
                .isEmpty();
    }

    @Test
    void theBatteryOfAMouseDoesNotFeedTheMachine() {
        assertThat(SupplyTexts.read(List.of(MOUSE))).isEmpty();
        assertThat(SupplyTexts.read(List.of(MOUSE, battery("Full", 100))))
                .contains(new PowerSupply(Optional.of(true), Optional.of(1.0)));
    }

    @Test
    void whereNoAdapterIsListedTheBatteryTells() {
        assertThat(SupplyTexts.read(List.of(battery("Discharging", 40))))
                .contains(new PowerSupply(Optional.of(false), Optional.of(0.4)));
        assertThat(SupplyTexts.read(List.of(battery("Unknown", 40))))
                .contains(new PowerSupply(Optional.empty(), Optional.of(0.4)));
    }

    @Test
    void takesTheMeanOfTwoBatteries() {
        assertThat(SupplyTexts.read(List.of(battery("Charging", 40), battery("Charging", 60))))
                .contains(new PowerSupply(Optional.of(true), Optional.of(0.5)));
    }

    @Test
    void aChargeThatCannotBeTrueIsMissing() {
        assertThat(SupplyTexts.read(List.of(battery("Charging", -1))))
                .contains(new PowerSupply(Optional.of(true), Optional.empty()));
    }

    private static String battery(String status, int capacity) {
        return supply("TYPE=Battery", "PRESENT=1", "STATUS=" + status, "CAPACITY=" + capacity);
    }

    private static String supply(String... fields) {
        return "POWER_SUPPLY_" + String.join("\nPOWER_SUPPLY_", fields) + "\n";
    }
}
