package org.cmm.server.incident;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Keeps incidents up with alerts and with the time. */
@Singleton
class IncidentLoop {

    private static final Logger LOG = Logger.getLogger(IncidentLoop.class);
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(5);

    private final IncidentSteps steps;
    private final IncidentCauses causes;
    private final EveryHoldBack everyHoldBack;
    private final Jdbi jdbi;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("incident-loop", Duration.ofMillis(500), this::step);
    private Instant nextTick = Instant.MIN;
    private boolean failing;

    IncidentLoop(
            IncidentSteps steps, IncidentCauses causes, EveryHoldBack everyHoldBack, Jdbi jdbi, InstantSource clock) {
        this.steps = steps;
        this.causes = causes;
        this.everyHoldBack = everyHoldBack;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        rounds.end();
    }

    /** The edge of the loop: a database that is away is said once, and tried again. */
    private void step() {
        try {
            round(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            failing = false;
        } catch (RuntimeException e) {
            if (!failing && !rounds.isEnding()) {
                failing = true;
                LOG.warn("Incidents wait; it is tried again", e);
            }
        }
    }

    void round(Instant now) {
        if (jdbi.withHandle(IncidentProgress::isBehind)) {
            catchUp(everyHoldBack.at(now), now);
        }
        if (!now.isBefore(nextTick)) {
            HoldBacks holdBacks = everyHoldBack.at(now);
            jdbi.useTransaction(db -> steps.tick(db, holdBacks, now));
            causes.follow(holdBacks, now);
            nextTick = now.plus(BETWEEN_TICKS);
        }
    }

    private void catchUp(HoldBacks holdBacks, Instant now) {
        boolean done = false;
        while (!done) {
            done = jdbi.inTransaction(db -> steps.follow(db, holdBacks));
        }
        jdbi.useTransaction(db -> steps.place(db, holdBacks, now));
    }
}
