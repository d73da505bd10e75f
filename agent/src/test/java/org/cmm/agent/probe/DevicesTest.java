package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> present = new ArrayList<>(List.of("C", "D"));
    private boolean broken;
    private final Devices<String> devices = new Devices<>(this::list, this::read);

    @Test
    void listsOnceAndThenReadsEachDeviceOnceATick() {
        devices.read();
        devices.read();

        assertThat(done).containsExactly("list", "C", "D");
    }

    @Test
    void findsWhatCameLater() {
        devices.read();
        present.add("E");
        for (int tick = 1; tick < Devices.READINGS_A_LISTING; tick++) {
            assertThat(devices.read()).containsExactly("C", "D");
        }

        assertThat(devices.read()).containsExactly("C", "D", "E");
    }

    @Test
    void listsAgainAtOnceWhenOneIsGone() {
        devices.read();
        present.remove("D");

        assertThat(devices.read()).containsExactly("C");
    }

    @Test
    void triesAgainAtTheNextTickAfterAListingThatFailed() {
        broken = true;
        assertThatThrownBy(devices::read).isInstanceOf(IllegalStateException.class);
        broken = false;

        assertThat(devices.read()).containsExactly("C", "D");
    }

    private List<String> list() {
        if (broken) {
            throw new IllegalStateException("the counters are away");
        }
        done.add("list");
        return List.copyOf(present);
    }

    private boolean read(String device) {
        done.add(device);
        return present.contains(device);
    }
}
