package org.cmm.server.demo;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.jboss.logging.Logger;

/** What every page says while there are made-up machines; the frame of pages knows it as {@code cdi:demoNote}. */
@Named("demoNote")
@Singleton
public class DemoNote {

    private static final Logger LOG = Logger.getLogger(DemoNote.class);
    private static final long TRUST_NANOS = Duration.ofSeconds(2).toNanos();

    private final Listing listing;
    private volatile Counted counted = new Counted(0, System.nanoTime() - TRUST_NANOS);

    private record Counted(long machines, long atNanos) {}

    DemoNote(Listing listing) {
        this.listing = listing;
    }

    /**
     * How many machines are made up; zero while nobody knows, since pages that tell of a trouble have this note, too.
     */
    public long machines() {
        Counted known = counted;
        if (System.nanoTime() - known.atNanos() < TRUST_NANOS) {
            return known.machines();
        }
        long now = count();
        counted = new Counted(now, System.nanoTime());
        return now;
    }

    private long count() {
        try {
            return listing.servers().stream().filter(Server::demo).count();
        } catch (RuntimeException e) {
            LOG.debug("Nobody knows whether there are made-up machines", e);
            return 0;
        }
    }
}
