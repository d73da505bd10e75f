package org.cmm.server.outage;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cmm.core.outage.Judge;
import org.cmm.core.outage.Span;
import org.cmm.server.alert.Downtimes;
import org.cmm.server.outage.DueTable.Due;
import org.cmm.server.platform.Rounds;
import org.jboss.logging.Logger;

/**
 * Follows silences, searches what came late for gaps, and judges anew what has news. Everything here belongs to the
 * loop's one thread, and everything that lasts is in the database: whatever a kill interrupts is done again.
 */
@Singleton
class OutageLoop {

    private static final Logger LOG = Logger.getLogger(OutageLoop.class);
    private static final int AT_A_TIME = 200;

    /** Batches of one delivery come within a moment; they are looked at together. */
    private static final Duration QUIET = Duration.ofSeconds(3);

    private static final Duration SOONEST = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofMinutes(30);

    /** Evidence of the day that comes late changes verdicts that were thought settled. */
    private static final Duration MAY_CHANGE = Duration.ofDays(1);

    private final SilenceSync silences;
    private final News news;
    private final DueTable due;
    private final HistoryScan scan;
    private final OutageTable table;
    private final Outages outages;
    private final OutageJudging judging;
    private final Downtimes downtimes;
    private final InstantSource clock;
    private final Rounds rounds = new Rounds("outage-loop", Duration.ofSeconds(2), this::guardedTick);
    private final Map<Long, Instant> nextLook = new HashMap<>();
    private boolean troubled;

    OutageLoop(
            SilenceSync silences,
            News news,
            DueTable due,
            HistoryScan scan,
            OutageTable table,
            Outages outages,
            OutageJudging judging,
            Downtimes downtimes,
            InstantSource clock) {
        this.silences = silences;
        this.news = news;
        this.due = due;
        this.scan = scan;
        this.table = table;
        this.outages = outages;
        this.judging = judging;
        this.downtimes = downtimes;
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

    private void guardedTick() {
        try {
            tick(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("Outages are not followed at the moment; it is tried again", e);
            }
            troubled = true;
        }
    }

    /** One round; what is due later waits for another. */
    void tick(Instant now) {
        silences.follow(now);
        Map<Integer, News.Note> notes = news.look();
        Instant missed = notes.isEmpty() ? now : downSince(now);
        notes.forEach((server, note) -> {
            due.note(server, note.first() ? note.since(missed) : note);
            news.taken(server, note);
        });
        for (Due one : due.quietSince(now.minus(QUIET), AT_A_TIME)) {
            scan.search(one.server(), one.span(), now);
            changeable(one, now).forEach(outage -> nextLook.put(outage.id(), now));
            due.done(one);
        }
        judgeWhatIsDue(now);
    }

    /** Since when CMM was down at times, of late: what came in between two kills was looked at by nobody. */
    private Instant downSince(Instant now) {
        List<Span> down = downtimes.during(new Span(now.minus(MAY_CHANGE), now));
        return down.isEmpty() ? now : down.getFirst().from();
    }

    private List<StoredOutage> changeable(Due one, Instant now) {
        Instant from = now.minus(MAY_CHANGE).isBefore(one.span().from())
                ? now.minus(MAY_CHANGE)
                : one.span().from();
        return outages.during(
                List.of(one.server()),
                new Span(from, now.isAfter(one.span().to()) ? now : one.span().to()));
    }

    private void judgeWhatIsDue(Instant now) {
        List<StoredOutage> unsettled = table.unsettled();
        unsettled.forEach(outage -> nextLook.putIfAbsent(outage.id(), now));
        silences.takeClosed().forEach(id -> nextLook.put(id, now));
        List<Long> ready = nextLook.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .limit(AT_A_TIME)
                .toList();
        for (long id : ready) {
            nextLook.remove(id);
            table.find(id).ifPresent(outage -> judge(outage, now));
        }
    }

    private void judge(StoredOutage outage, Instant now) {
        List<StoredOutage> touched = judging.judge(outage, now);
        touched.forEach(other -> nextLook.put(other.id(), now));
        if (!isSettled(outage, now)) {
            nextLook.merge(outage.id(), nextLook(outage, now), (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private static boolean isSettled(StoredOutage outage, Instant now) {
        return outage.gap()
                .until()
                .map(until -> !now.isBefore(until.plus(Judge.SETTLING)))
                .orElse(false);
    }

    /** The longer a machine is silent, the rarer it has news of itself. */
    private static Instant nextLook(StoredOutage outage, Instant now) {
        Duration tenth = Duration.between(outage.gap().from(), now).dividedBy(10);
        Duration pause = tenth.compareTo(SOONEST) < 0 ? SOONEST : tenth.compareTo(LATEST) > 0 ? LATEST : tenth;
        Instant then = now.plus(pause);
        return outage.gap()
                .until()
                .map(until -> until.plus(Judge.SETTLING))
                .filter(settled -> settled.isAfter(now) && settled.isBefore(then))
                .orElse(then);
    }
}
