package org.cmm.server.event;

import java.time.Instant;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEventKind;
import org.jspecify.annotations.Nullable;

/**
 * An event as CMM keeps it; all times by its own clock.
 *
 * @param since when what ended then had begun at the latest, if that is known
 * @param detail a word for experts, possibly empty
 * @param toldAt when CMM heard of it
 */
public record StoredEvent(
        long id,
        MachineEventKind kind,
        Evidence evidence,
        Instant at,
        @Nullable Instant since,
        String detail,
        Instant toldAt) {}
