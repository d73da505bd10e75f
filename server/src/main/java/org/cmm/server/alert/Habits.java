package org.cmm.server.alert;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.alert.Kind;
import org.cmm.core.forecast.Habit;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.DrillTimes;
import org.cmm.server.fleet.DrillTimes.DrillTime;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.fleet.Site;
import org.cmm.server.history.RealReadings;
import org.cmm.server.history.StoredSamples;
import org.cmm.server.platform.Rounds;
import org.cmm.server.platform.Settings;
import org.jboss.logging.Logger;

/**
 * What is usual for machines, where a rule asks for it and nowhere else: learnt from four samples of each hour of the
 * last weeks, once a day and when a rule begins to ask. It is in memory only; after a start it is learnt again.
 */
@Singleton
class Habits {

    private static final Logger LOG = Logger.getLogger(Habits.class);
    private static final Duration LOOK = Duration.ofMinutes(15);

    private final Places places;
    private final AlertEngine engine;
    private final RuleBook book;
    private final StoredSamples samples;
    private final InstantSource clock;
    private final Map<Integer, Learnt> learnt = new HashMap<>();
    private final Rounds rounds = new Rounds("habits", Duration.ofMinutes(1), this::turn);

    Habits(Places places, AlertEngine engine, RuleBook book, StoredSamples samples, InstantSource clock) {
        this.places = places;
        this.engine = engine;
        this.book = book;
        this.samples = samples;
        this.clock = clock;
    }

    /** Which machines there are, and where. */
    @Singleton
    record Places(Servers servers, Listing listing, DrillTimes drills, Settings settings) {

        /** Whose clocks people live by there. */
        ZoneId zone(Server server) {
            return listing.site(server.site()).map(Site::zone).orElseGet(() -> ZoneId.of(settings.zone()));
        }
    }

    /** What a server was told, and when. */
    private record Learnt(LocalDate day, List<Kind.Habit> kinds, ZoneId zone) {}

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

    /** Learns whatever is asked for and not known yet today. */
    synchronized void turn() {
        for (Server server : places.servers().active()) {
            try {
                turn(server);
            } catch (RuntimeException e) {
                LOG.warnf(e, "What is usual for server %s is not learnt; it is tried again", server.code());
            }
        }
    }

    private void turn(Server server) {
        List<Kind.Habit> kinds = book.inForce(server.id()).onMetrics().habits();
        if (kinds.isEmpty()) {
            if (learnt.remove(server.id()) != null) {
                engine.learn(server.id(), Map.of());
            }
            return;
        }
        Instant now = clock.instant();
        Learnt wanted = new Learnt(LocalDate.ofInstant(now, ZoneOffset.UTC), kinds, places.zone(server));
        if (!wanted.equals(learnt.get(server.id())) && engine.isReady(server.id())) {
            engine.learn(server.id(), of(server.id(), wanted, now));
            learnt.put(server.id(), wanted);
        }
    }

    /** Of several rules on one metric the one that looks back farthest decides. */
    private Map<Series, Habit> of(int server, Learnt wanted, Instant now) {
        Map<String, Instant> since = new HashMap<>();
        wanted.kinds()
                .forEach(kind -> since.merge(
                        kind.metric(), now.minus(kind.over()), (one, other) -> one.isBefore(other) ? one : other));
        Instant earliest = since.values().stream().min(Instant::compareTo).orElse(now);
        HabitReadings past = new HabitReadings(since);
        List<DrillTime> practised = places.drills().between(earliest, now).stream()
                .filter(drill -> drill.server() == server)
                .toList();
        samples.eachLook(server, earliest, now, LOOK, RealReadings.of(practised, past::add));
        return past.habits(wanted.zone());
    }
}
