package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.cmm.server.event.MachineEvents;
import org.cmm.server.event.StoredEvent;

/** Takes what agents told about drills from among the events of their machines. */
@Singleton
class DrillReports {

    /** Two clocks may be so far apart at the moment of the order. */
    private static final Duration EARLIER = Duration.ofMinutes(1);

    private final DrillTable table;
    private final MachineEvents events;
    private final InstantSource clock;

    DrillReports(DrillTable table, MachineEvents events, InstantSource clock) {
        this.table = table;
        this.events = events;
        this.clock = clock;
    }

    /** Whether there was something new about the drill. */
    boolean read(Drill drill) {
        boolean news = false;
        Instant from = drill.life().orderedAt().minus(EARLIER);
        for (StoredEvent event :
                events.between(drill.server(), from, clock.instant().plus(EARLIER))) {
            String[] parts = event.detail().split(" ", 2);
            if (parts[0].equals(drill.key())) {
                news |= read(drill, event, parts.length == 2 ? parts[1] : "");
            }
        }
        return news;
    }

    private boolean read(Drill drill, StoredEvent event, String reason) {
        switch (event.kind()) {
            case DRILL_STARTED -> {
                if (drill.life().startedAt().isPresent()) {
                    return false;
                }
                table.started(drill.id(), event.at());
            }
            case DRILL_ENDED -> table.ended(drill.id(), event.at(), reason);
            case DRILL_REFUSED -> table.refused(drill.id(), event.at(), reason);
            default -> {
                return false;
            }
        }
        return true;
    }
}
