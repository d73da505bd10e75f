package org.cmm.server.demo;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.cmm.server.access.AuditLog;
import org.cmm.server.demo.DemoProgress.Phase;
import org.cmm.server.demo.DemoRow.Stage;
import org.cmm.server.fleet.MadeUp;
import org.cmm.server.history.Clearing;
import org.cmm.server.platform.Problem;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * The demo fleet from its wish to its removal. What is to be done is in the database, and one thread does it: whatever
 * a kill interrupts, the next process clears away and does again.
 */
@Singleton
class Demo {

    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final DemoTable table;
    private final DemoPlayer player;
    private final DemoPast past;
    private final Erasing erasing;
    private final MadeUp madeUp;
    private final Clearing clearing;
    private final Jdbi jdbi;
    private final AuditLog audit;
    private final InstantSource clock;
    private final DemoProgress progress = new DemoProgress();

    /** Guarded by this object's monitor, on which the worker waits for changes. */
    private boolean changed = true;

    private boolean ending;
    private boolean working;
    private final Thread worker = Thread.ofVirtual().name("demo").unstarted(this::run);

    Demo(
            DemoTable table,
            DemoPlayer player,
            DemoPast past,
            Erasing erasing,
            MadeUp madeUp,
            Clearing clearing,
            Jdbi jdbi,
            AuditLog audit,
            InstantSource clock) {
        this.table = table;
        this.player = player;
        this.past = past;
        this.erasing = erasing;
        this.madeUp = madeUp;
        this.clearing = clearing;
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        synchronized (this) {
            ending = true;
        }
        player.close();
        worker.interrupt();
        worker.join(Duration.ofSeconds(10));
    }

    Optional<DemoRow> now() {
        return table.find();
    }

    DemoProgress.Seen progress() {
        return progress.seen();
    }

    /**
     * Begins to fill; answers at once.
     *
     * @throws org.cmm.server.platform.ProblemException when there is a demo fleet already
     */
    void add(DemoWish wish, String by) {
        boolean added = jdbi.inTransaction(db -> {
            boolean inserted = DemoTable.insert(db, wish, clock.instant().truncatedTo(ChronoUnit.SECONDS), by);
            if (inserted) {
                audit.record(db, "demo.add", "demo", null, wish);
            }
            return inserted;
        });
        if (!added) {
            throw Problem.conflict("demo-there", "there is a demo fleet already; remove it first")
                    .exception();
        }
        wake();
    }

    /** Begins to remove, whatever is under way; answers at once. */
    void remove() {
        jdbi.useTransaction(db -> {
            if (DemoTable.remove(db)) {
                audit.record(db, "demo.remove", "demo", null, null);
            }
        });
        wake();
    }

    /** @throws org.cmm.server.platform.ProblemException when there is none */
    void keepAlive(boolean alive) {
        if (!jdbi.inTransaction(db -> DemoTable.keepAlive(db, alive))) {
            throw Problem.notFound("there is no demo fleet").exception();
        }
        wake();
    }

    private synchronized void wake() {
        changed = true;
        if (working) {
            worker.interrupt();
        }
        notifyAll();
    }

    private void run() {
        while (!isEnding()) {
            try {
                awaitChange();
                work();
            } catch (InterruptedException e) {
                // something else is wanted, or the end
            } catch (RuntimeException e) {
                LOG.warn("The demo fleet waits; it is tried again", e);
                again();
            } finally {
                rest();
            }
        }
    }

    private synchronized boolean isEnding() {
        return ending;
    }

    private synchronized void awaitChange() throws InterruptedException {
        while (!changed) {
            wait();
        }
        changed = false;
        working = true;
    }

    /** An interrupt that was meant for what is over must not hit what comes next. */
    private synchronized void rest() {
        working = false;
        if (!ending) {
            Thread.interrupted();
        }
    }

    private void again() {
        try {
            TimeUnit.NANOSECONDS.sleep(AGAIN.toNanos());
        } catch (InterruptedException e) {
            // then at once
        }
        synchronized (this) {
            changed = true;
        }
    }

    private void work() throws InterruptedException {
        Optional<DemoRow> row = table.find();
        if (row.isEmpty()) {
            return;
        }
        DemoRow demo = row.get();
        switch (demo.stage()) {
            case FILLING -> live(fill(demo));
            case THERE -> live(demo.alive() ? player.join(demo, progress) : List.of());
            case REMOVING -> erase(demo);
        }
    }

    private List<DemoAgent> fill(DemoRow demo) throws InterruptedException {
        progress.begin(Phase.JOINING);
        clearAway(db -> {});
        progress.enter(Phase.JOINING, 0.05, demo.machines());
        List<DemoAgent> agents = player.join(demo, progress);
        past.play(demo, agents, progress);
        table.filled();
        return agents;
    }

    private void live(List<DemoAgent> agents) throws InterruptedException {
        progress.begin(Phase.WAITING);
        boolean wanted = table.find()
                .filter(row -> row.stage() == Stage.THERE && row.alive())
                .isPresent();
        if (wanted) {
            LOG.infof("%d made-up machines are alive", agents.size());
            player.live(agents);
        }
    }

    private void clearAway(Erasing.Also also) throws InterruptedException {
        erasing.erase(madeUp.all(), () -> progress.step(1), also);
    }

    private void erase(DemoRow demo) throws InterruptedException {
        progress.begin(Phase.REMOVING);
        progress.enter(Phase.REMOVING, 1, erasing.days());
        clearAway(db -> {
            clearing.drop(DemoAgent.layouts(demo));
            DemoTable.delete(db);
        });
        madeUp.changed();
        LOG.info("The demo fleet is gone");
    }
}
