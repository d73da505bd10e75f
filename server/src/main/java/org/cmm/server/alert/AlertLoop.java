package org.cmm.server.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.server.fleet.MachineFacts;
import org.cmm.server.fleet.Rehearsal;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.ServerChanged;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.OwnClock;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;

/** Starts the engine, then looks for silence every second. Everything here belongs to the loop's one thread. */
@Singleton
class AlertLoop {

    private static final Logger LOG = Logger.getLogger(AlertLoop.class);
    /** Between two deliveries of an agent; the silence rule is written for it. */
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);

    private static final Duration BETWEEN_LOOKS_AT_THE_FLEET = Duration.ofSeconds(30);

    private final AlertEngine engine;
    private final RuleBook book;
    private final SilenceWatch silences;
    private final Heartbeat heartbeat;
    private final Servers servers;
    private final MachineFacts facts;
    private final InstantSource clock;
    private final OwnClock own;
    private final Rehearsal rehearsal;
    private final Listening listening;
    private final Rounds rounds = new Rounds("alert-loop", Duration.ofSeconds(1), this::tick);

    private Instant nextBeat = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private Set<Integer> active = Set.of();
    private Map<Integer, Duration> pauses = Map.of();
    private boolean deaf;

    AlertLoop(
            AlertEngine engine,
            RuleBook book,
            SilenceWatch silences,
            Heartbeat heartbeat,
            Servers servers,
            MachineFacts facts,
            InstantSource clock,
            OwnClock own,
            Rehearsal rehearsal) {
        this.engine = engine;
        this.book = book;
        this.silences = silences;
        this.heartbeat = heartbeat;
        this.servers = servers;
        this.facts = facts;
        this.clock = clock;
        this.own = own;
        this.rehearsal = rehearsal;
        this.listening = new Listening(now());
    }

    void start(@Observes StartupEvent event) {
        engine.start();
        rounds.start();
    }

    /** Else it would keep the rules of the site that it left until the next look at the fleet. */
    void moved(@Observes ServerChanged changed) {
        try {
            engine.refit(changed.id());
            silences.adopt(server -> book.inForce(server).onSilence(), now());
        } catch (RuntimeException e) {
            LOG.warnf(e, "Server %d gets its rules at the next look at the fleet", changed.id());
        }
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) {
        stop();
    }

    void stop() {
        rounds.end();
    }

    private void tick() {
        try {
            Instant now = now();
            if (own.doubt().isPresent()) {
                listening.deafTick(now);
                return;
            }
            askDatabase(now);
            Instant since = listening.tick(now);
            silences.tick(
                    server -> book.inForce(server).onSilence(),
                    new SilenceWatch.Listener(
                            since, server -> active.contains(server) && !rehearsal.covers(server), pauses),
                    now);
            if (deaf) {
                deaf = false;
                LOG.info("Machines are heard again");
            }
        } catch (RuntimeException e) {
            listening.deafTick(now());
            if (!deaf) {
                deaf = true;
                LOG.warn("CMM cannot hear machines while the database is away, and calls none of them silent", e);
            }
        }
    }

    /** Fails when the database is away: then no sample is stored either, and nobody can be heard. */
    private void askDatabase(Instant now) {
        if (!now.isBefore(nextBeat)) {
            heartbeat.beat(now);
            nextBeat = now.plus(Heartbeat.INTERVAL);
        }
        if (!now.isBefore(nextLook)) {
            active = servers.active().stream().map(Server::id).collect(Collectors.toUnmodifiableSet());
            pauses = facts.pausesBeyond(USUAL_PAUSE);
            nextLook = now.plus(BETWEEN_LOOKS_AT_THE_FLEET);
            engine.refit();
            silences.adopt(server -> book.inForce(server).onSilence(), now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
