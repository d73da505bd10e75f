package org.cmm.server.forecast;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;

/**
 * Writes daily maxima every ten minutes and foretells every hour. One process does so; several would come to the same
 * rows and forecasts.
 */
@Singleton
class ForecastLoop {

    private static final Logger LOG = Logger.getLogger(ForecastLoop.class);
    /** The start itself has more urgent work, and agents deliver what they kept first. */
    private static final Duration AFTER_THE_START = Duration.ofMinutes(1);

    private static final Duration BETWEEN_TURNS = Duration.ofMinutes(10);
    private static final int TURNS_AN_HOUR = 6;
    private static final int TURNS_A_DAY = 24 * TURNS_AN_HOUR;

    private final Forecasts forecasts;
    private final Rounds rounds = new Rounds("forecasts", AFTER_THE_START, BETWEEN_TURNS, this::turn);

    private boolean caughtUp;
    private long turn;

    ForecastLoop(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) {
        stop();
    }

    /**
     * What samples brought since the last turn goes on disk; what cannot is looked for in samples at the next start.
     */
    void stop() {
        rounds.end();
        try {
            forecasts.write();
        } catch (RuntimeException e) {
            LOG.debug("Daily maxima are not written at the end", e);
        }
    }

    private void turn() {
        try {
            if (!caughtUp) {
                forecasts.catchUp();
                caughtUp = true;
            }
            forecasts.write();
            if (turn % TURNS_AN_HOUR == 0) {
                forecasts.renew();
            }
            if (turn % TURNS_A_DAY == 0) {
                forecasts.forgetOld();
            }
            turn++;
        } catch (RuntimeException e) {
            LOG.warn("Nothing is foretold now; it is tried again", e);
        }
    }
}
