package org.cmm.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cmm.protocol.MachineEventKind.AGENT_KILLED;
import static org.cmm.protocol.MachineEventKind.AGENT_STARTED;
import static org.cmm.protocol.MachineEventKind.MACHINE_STARTED;
import static org.cmm.protocol.MachineEventKind.UNCLEAN_STOP;

import java.util.Optional;
import java.util.OptionalLong;
import org.cmm.agent.clock.Moment;
import org.cmm.protocol.MachineEvent;
import org.junit.jupiter.api.Test;

class StartFactsTest {
    private static final Moment NOW = new Moment("boot-2", 1_000_000, 60_000);
    private static final OptionalLong BOOT = OptionalLong.of(940_000);
    private static final OptionalLong LAST_SIGN = OptionalLong.of(900_000);

    @Test
    void aFirstStartTellsOfBootAndAgent() {
        var facts = new StartFacts(NOW, BOOT, "", Optional.empty(), LAST_SIGN);

        assertThat(facts.events()).extracting(MachineEvent::kind).containsExactly(MACHINE_STARTED, AGENT_STARTED);
        assertThat(facts.events().get(0).atMillis()).isEqualTo(940_000);
    }

    @Test
    void aBootIsToldOnce() {
        var facts = new StartFacts(NOW, BOOT, "boot-2", Optional.empty(), LAST_SIGN);

        assertThat(facts.events()).extracting(MachineEvent::kind).containsExactly(AGENT_STARTED);
    }

    @Test
    void aMarkerOfThisBootMeansThatTheAgentWasKilled() {
        var facts = new StartFacts(NOW, BOOT, "boot-2", left("boot-2"), LAST_SIGN);

        MachineEvent killed = facts.events().get(0);
        assertThat(killed.kind()).isEqualTo(AGENT_KILLED);
        assertThat(killed.atMillis()).isEqualTo(1_000_000);
        assertThat(killed.sinceMillis()).isEqualTo(900_000);
    }

    @Test
    void aMarkerOfAnEarlierBootMeansThatTheMachineWentDownUnderTheAgent() {
        var facts = new StartFacts(NOW, BOOT, "boot-1", left("boot-1"), LAST_SIGN);

        assertThat(facts.events())
                .extracting(MachineEvent::kind)
                .containsExactly(UNCLEAN_STOP, MACHINE_STARTED, AGENT_STARTED);
    }

    @Test
    void whereBootsCannotBeToldApartOnlyTheAgentIsBlamed() {
        var facts = new StartFacts(NOW, OptionalLong.empty(), "", left("another"), OptionalLong.empty());

        assertThat(facts.events()).extracting(MachineEvent::kind).containsExactly(AGENT_KILLED, AGENT_STARTED);
        assertThat(facts.events().get(0).sinceMillis()).isNull();
    }

    private static Optional<Moment> left(String boot) {
        return Optional.of(new Moment(boot, 500_000, 10_000));
    }
}
