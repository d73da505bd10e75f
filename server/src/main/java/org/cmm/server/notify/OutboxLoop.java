package org.cmm.server.notify;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.cmm.server.platform.Rounds;
import org.cmm.server.platform.Settings;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Writes notices of what happened, and sends what is due, every second and a few at a time. */
@Singleton
class OutboxLoop {

    private static final Logger LOG = Logger.getLogger(OutboxLoop.class);
    private static final int MOST_AT_ONCE = 8;
    private static final int LOOKS_BETWEEN_ESCALATIONS = 10;
    private static final int LOOKS_BETWEEN_FIGURES = 10;

    private final IncidentNotices notices;
    private final Escalator escalator;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final NoticeFigures figures;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("outbox", Duration.ofSeconds(1), this::look);
    private final AtomicInteger underWay = new AtomicInteger();

    private int looks;
    private boolean away;

    OutboxLoop(
            Jdbi jdbi,
            InstantSource clock,
            IncidentNotices notices,
            Escalator escalator,
            Deliveries deliveries,
            NoticeFigures figures,
            Settings settings) {
        this.notices = notices;
        this.escalator = escalator;
        this.outbox = new Outbox(jdbi, clock, RandomGenerator.getDefault(), ZoneId.of(settings.zone()));
        this.deliveries = deliveries;
        this.figures = figures;
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

    private void look() {
        try {
            while (notices.write()) {
                // a hundred at a time
            }
            if (looks % LOOKS_BETWEEN_ESCALATIONS == 0) {
                escalator.write();
            }
            claim();
            if (looks % LOOKS_BETWEEN_FIGURES == 0) {
                figures.measure(clock.instant());
            }
            looks++;
            away = false;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.warn("Notices wait, because the outbox cannot be read", e);
            }
        }
    }

    private void claim() {
        int room = MOST_AT_ONCE - underWay.get();
        if (room <= 0) {
            return;
        }
        for (Outbox.Claim claim : outbox.claim(room)) {
            underWay.incrementAndGet();
            Thread.ofVirtual().name("notice-" + claim.notice().id()).start(() -> send(claim));
        }
    }

    private void send(Outbox.Claim claim) {
        try {
            Outcome outcome = deliveries.send(claim.notice());
            if (!outbox.settle(claim, outcome)) {
                LOG.warnf(
                        "Notice %d was sent after its claim had run out",
                        claim.notice().id());
            }
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "Notice %d is tried again, because how it went could not be written",
                    claim.notice().id());
        } finally {
            underWay.decrementAndGet();
        }
    }
}
