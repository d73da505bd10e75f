package org.cmm.agent.witness;

import org.cmm.agent.clock.Moment;
import org.cmm.protocol.MachineEventKind;

/** Names of what the agent saw itself: no two of a kind happen at the same moment of the same boot. */
final class Keys {
    private Keys() {}

    static String of(MachineEventKind kind, Moment moment) {
        return "%s:%s:%d".formatted(kind.word(), moment.boot(), moment.elapsedMillis());
    }
}
