package org.cmm.server.drill;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cmm.protocol.DrillOrder;
import org.cmm.server.intake.DrillDesk;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The drills that are not over, in memory, for agents that ask thousands of times a second: read anew after a change in
 * this process, and every {@link #PAUSE} for the sake of others.
 */
@Singleton
class DrillOrders implements DrillDesk {

    private static final Logger LOG = Logger.getLogger(DrillOrders.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** An agent that comes back after so long may still tell how a drill ended. */
    private static final Duration LOOK_BACK = Duration.ofDays(30);

    /** What was measured in a drill comes no later, as a rule. */
    private static final Duration LATE = Duration.ofMinutes(10);

    /** So long after its time a drill is looked after without its agent saying anything to this process. */
    private static final Duration RECENT = Duration.ofHours(1);

    private final DrillTable table;
    private final DrillReports reports;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("drills", PAUSE, this::look);

    private volatile Map<Integer, Drill> open = Map.of();

    /** Guarded by this object's monitor. */
    private final Set<Integer> told = new HashSet<>();

    private volatile Set<Integer> practising = Set.of();

    DrillOrders(DrillTable table, DrillReports reports, InstantSource clock) {
        this.table = table;
        this.reports = reports;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started) {
        look();
        rounds.start();
    }

    /** Beans go in any order, and the database's connections with them. */
    void beforeBeansGo(@Observes ShutdownEvent event) {
        end();
    }

    void end() {
        rounds.end();
    }

    @Override
    public @Nullable DrillOrder waiting(int server) {
        Drill drill = open.get(server);
        return drill != null && drill.life().startedAt().isEmpty() ? wanted(drill) : null;
    }

    @Override
    public @Nullable DrillOrder inForce(int server) {
        Drill drill = open.get(server);
        return drill == null ? null : wanted(drill);
    }

    boolean practises(int server) {
        return practising.contains(server);
    }

    boolean about(int server) {
        return open.containsKey(server);
    }

    /** Reads what agents told and which drills are not over; whoever changed a drill calls it. */
    synchronized void look() {
        try {
            Instant since = clock.instant().minus(LOOK_BACK);
            List<Drill> before = table.notOver(since);
            boolean news = false;
            for (Drill drill : before) {
                news |= mayBeNews(drill) && reports.read(drill);
            }
            told.clear();
            open = (news ? table.notOver(since) : before)
                    .stream().collect(Collectors.toMap(Drill::server, Function.identity(), (_, newer) -> newer));
            Instant now = clock.instant();
            practising = table.begunBetween(now.minus(LATE), now).stream()
                    .map(Drill::server)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (RuntimeException e) {
            // The database is away; what is in memory holds until it is back
            LOG.warn("Drills cannot be read", e);
        }
    }

    /** An agent told something; that of an old drill, too, which is not looked for otherwise. */
    synchronized void told(int server) {
        told.add(server);
        look();
    }

    private boolean mayBeNews(Drill drill) {
        Instant recent = clock.instant().minus(drill.length()).minus(RECENT);
        return open.isEmpty()
                || told.contains(drill.server())
                || drill.life().orderedAt().isAfter(recent);
    }

    private @Nullable DrillOrder wanted(Drill drill) {
        return drill.life().inForce(clock.instant()) ? drill.order() : null;
    }
}
