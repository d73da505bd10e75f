package org.cmm.server.history;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;

/** Writes roll-ups every few seconds; closes and drops periods every minute. One process does so. */
@Singleton
class HistoryLoop {

    private static final Logger LOG = Logger.getLogger(HistoryLoop.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CLOSINGS = Duration.ofMinutes(1);
    /** Writing what has gathered costs less than writing it one by one. */
    private static final int LOOKS_BETWEEN_WRITES = 5;

    private static final int MUCH = 2_000;

    private final Rollups rollups;
    private final OpenRollups open;
    private final Compaction compaction;
    private final Retention retention;
    private final Rounds writes = new Rounds("rollups", BETWEEN_LOOKS, this::write);
    private final Rounds closings = new Rounds("history-upkeep", Duration.ofMinutes(2), BETWEEN_CLOSINGS, this::close);

    private long looks;
    private volatile boolean caughtUp;
    private boolean broken;

    HistoryLoop(Rollups rollups, OpenRollups open, Compaction compaction, Retention retention) {
        this.rollups = rollups;
        this.open = open;
        this.compaction = compaction;
        this.retention = retention;
    }

    void start(@Observes StartupEvent event) {
        writes.start();
        closings.start();
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) {
        stop();
    }

    /** What is not written by now is read from disk after the next start. */
    void stop() {
        closings.end();
        writes.end();
    }

    private void write() {
        if (looks++ % LOOKS_BETWEEN_WRITES != 0 && open.waiting() < MUCH) {
            return;
        }
        try {
            if (!caughtUp) {
                rollups.catchUp();
            }
            rollups.write();
            caughtUp = true;
            if (broken) {
                broken = false;
                LOG.info("Roll-ups are written again");
            }
        } catch (RuntimeException e) {
            // as after a start: whatever of it reached the disk, what is missing is found there
            caughtUp = false;
            if (!broken) {
                broken = true;
                LOG.warn("Roll-ups cannot be written now; it is tried again, nothing is lost", e);
            }
        }
    }

    /** A period is closed, and goes, only after all roll-ups of it are there. */
    private void close() {
        try {
            retention.prepare();
            if (caughtUp) {
                retention.apply(Compaction.QUIET, rollups::isWaitedFor);
                compaction.closeAll(closings::isEnding);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("History cannot be put in order now; it is tried again", e);
        }
    }
}
