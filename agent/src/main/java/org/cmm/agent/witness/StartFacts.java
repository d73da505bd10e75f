package org.cmm.agent.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.cmm.agent.clock.Moment;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.jspecify.annotations.Nullable;

/**
 * What a start of the agent tells about the time before.
 *
 * @param now the start
 * @param bootMillis when the machine was started, if that is known
 * @param bootTold the boot whose beginning was told already
 * @param left the beginning of a run that did not end in order
 * @param lastAliveMillis when that run was last known to work
 */
record StartFacts(
        Moment now, OptionalLong bootMillis, String bootTold, Optional<Moment> left, OptionalLong lastAliveMillis) {

    List<MachineEvent> events() {
        var events = new ArrayList<MachineEvent>();
        left.ifPresent(run -> events.add(cutOff(run)));
        if (bootMillis.isPresent() && !now.boot().equals(bootTold)) {
            events.add(new MachineEvent(
                    "boot:" + now.boot(),
                    MachineEventKind.MACHINE_STARTED,
                    Evidence.BOOT_TIME,
                    bootMillis.getAsLong(),
                    null,
                    null));
        }
        events.add(event(MachineEventKind.AGENT_STARTED, Evidence.AGENT, null));
        return events;
    }

    /**
     * In another boot the machine went down under the agent; where boots cannot be told apart, only the agent ended.
     */
    private MachineEvent cutOff(Moment run) {
        boolean rebooted = bootMillis.isPresent() && !run.boot().equals(now.boot());
        Long since = lastAliveMillis.isPresent() ? Long.valueOf(lastAliveMillis.getAsLong()) : null;
        return event(
                rebooted ? MachineEventKind.UNCLEAN_STOP : MachineEventKind.AGENT_KILLED, Evidence.AGENT_MARKER, since);
    }

    private MachineEvent event(MachineEventKind kind, Evidence evidence, @Nullable Long since) {
        return new MachineEvent(Keys.of(kind, now), kind, evidence, now.wallMillis(), since, null);
    }
}
