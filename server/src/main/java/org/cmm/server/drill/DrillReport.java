package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import org.cmm.server.access.Language;

/** Tells what became of one drill. */
@Singleton
class DrillReport {

    private final DrillBoard board;
    private final InstantSource clock;

    DrillReport(DrillBoard board, InstantSource clock) {
        this.board = board;
        this.clock = clock;
    }

    /** A drill's page. */
    record View(DrillBoard.Row row) {

        /** Another one when the page looks different. */
        public String digest() {
            return Integer.toHexString(hashCode());
        }
    }

    View of(Drill drill, Language language) {
        Instant now = clock.instant();
        return new View(board.row(drill, language, now));
    }
}
