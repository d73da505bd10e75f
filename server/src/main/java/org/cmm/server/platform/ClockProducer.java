package org.cmm.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** The one place where the server asks what time it is. */
@ApplicationScoped
class ClockProducer {

    @Produces
    @Singleton
    InstantSource clock() {
        return Clock.systemUTC();
    }
}
