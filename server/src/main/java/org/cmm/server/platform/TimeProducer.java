package org.cmm.server.platform;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;

/** Gives every feature the same time; tests put another in its place. */
@ApplicationScoped
class TimeProducer {

    @Produces
    @DefaultBean
    @Singleton
    InstantSource time() {
        return Clock.systemUTC();
    }
}
