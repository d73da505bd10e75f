package org.cmm.server.forecast;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Writes daily maxima every ten minutes and foretells every hour. One process does so; several would come to the same
 * rows and forecasts.
 */
@Singleton
class ForecastLoop {

    private static final Logger LOG = Logger.getLogger(ForecastLoop.class);
    private static final int TURN_MINUTES = 10;
    private static final int TURNS_AN_HOUR = 6;
    private static final int TURNS_A_DAY = 24 * TURNS_AN_HOUR;

    private final Forecasts forecasts;
    private final CountDownLatch ending = new CountDownLatch(1);

    private boolean caughtUp;

    ForecastLoop(Forecasts forecasts) {
        this.forecasts = forecasts;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("forecasts").start(this::run);
    }

    /**
     * What samples brought since the last turn goes on disk; what cannot is looked for in samples at the next start.
     */
    @PreDestroy
    void stop() {
        ending.countDown();
        try {
            forecasts.write();
        } catch (RuntimeException e) {
            LOG.debug("Daily maxima are not written at the end", e);
        }
    }

    private void run() {
        try {
            // the start itself has more urgent work, and agents deliver what they kept first
            for (long turn = 0; !ending.await(turn == 0 ? 1 : TURN_MINUTES, TimeUnit.MINUTES); turn++) {
                turn(turn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn(long turn) {
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
        } catch (RuntimeException e) {
            LOG.warn("Nothing is foretold now; it is tried again", e);
        }
    }
}
