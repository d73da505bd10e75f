package org.cmm.agent.witness;

import java.util.Optional;
import org.cmm.agent.clock.Anchor;
import org.cmm.agent.clock.Moment;
import org.cmm.protocol.MachineEvent;

/**
 * An event that the server does not have yet.
 *
 * @param moment when the agent noted it, if it was there; its time can then be told by a clock that was set since
 */
public record Noted(MachineEvent event, Optional<Moment> moment) {
    /** By the clock of an epoch, where that can be told. */
    public MachineEvent by(Anchor anchor) {
        return moment.filter(anchor::sameBoot)
                .map(noted -> event.later(anchor.timeAt(noted) - noted.wallMillis()))
                .orElse(event);
    }
}
