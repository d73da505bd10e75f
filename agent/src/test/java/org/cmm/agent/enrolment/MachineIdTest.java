package org.cmm.agent.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineIdTest {
    @Test
    void staysTheSameAndGivesNothingAway() {
        String id = MachineId.of(Optional.of("4f3c2b"), "pc-1");

        assertThat(id).matches("[0-9a-f]{32}").doesNotContain("4f3c2b");
        assertThat(id).isEqualTo(MachineId.of(Optional.of("4f3c2b"), "renamed"));
    }

    @Test
    void fallsBackOnTheHostName() {
        assertThat(MachineId.of(Optional.empty(), "pc-1"))
                .isNotEqualTo(MachineId.of(Optional.empty(), "pc-2"))
                .isNotEqualTo(MachineId.of(Optional.of("pc-1"), "pc-1"));
    }

    @Test
    void anIdentityOfOtherHardwareIsSomebodyElses() {
        var first = new Identity("pc-1", "secret", Optional.of("a"));

        assertThat(first.isOfAnother(Optional.of("b"))).isTrue();
        assertThat(first.isOfAnother(Optional.of("a"))).isFalse();
        assertThat(first.isOfAnother(Optional.empty())).isFalse();
        assertThat(new Identity("pc-1", "secret", Optional.empty()).isOfAnother(Optional.of("b")))
                .isFalse();
    }
}
