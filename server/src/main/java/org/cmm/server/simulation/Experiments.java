package org.cmm.server.simulation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.protocol.Version;
import org.cmm.server.access.AuditLog;
import org.jdbi.v3.core.Jdbi;

/** Experiments as people begin, cancel, remove and restore them. */
@Singleton
class Experiments {

    /** So many may wait and run at a time. */
    static final int MOST_UNFINISHED = 50;

    private final Jdbi jdbi;
    private final ExperimentTable table;
    private final AuditLog audit;
    private final InstantSource clock;

    Experiments(Jdbi jdbi, ExperimentTable table, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of wanting to run one. */
    sealed interface Begun {

        record Number(int id) implements Begun {}

        /** @param times how many times as large as is allowed */
        record TooLarge(double times) implements Begun {}

        record TooMany() implements Begun {}
    }

    Begun begin(ExperimentFile file, String author) {
        Optional<Double> tooLarge = ExperimentSize.of(file).timesTooLarge();
        if (tooLarge.isPresent()) {
            return new Begun.TooLarge(tooLarge.get());
        }
        if (table.unfinished() >= MOST_UNFINISHED) {
            return new Begun.TooMany();
        }
        return new Begun.Number(jdbi.inTransaction(db -> {
            int id = ExperimentTable.insert(db, file, author, Version.here(), now());
            Map<String, Object> what =
                    Map.of("name", file.scenario().name(), "seed", file.seed(), "fingerprint", file.fingerprint());
            audit.record(db, "experiment.run", "experiment " + id, null, what);
            return id;
        }));
    }

    Optional<StoredExperiment> find(int id) {
        return table.find(id);
    }

    List<StoredExperiment> list(long before, int most) {
        return table.list(before, most);
    }

    ExperimentTable.Summary summary() {
        return table.summary();
    }

    /** Replications that are done stay. */
    void cancel(int id) {
        jdbi.useTransaction(db -> {
            ExperimentTable.cancel(db, id, now());
            audit.record(db, "experiment.cancel", "experiment " + id, null, null);
        });
    }

    /** It ends if it runs, and can be restored for a month. */
    void remove(int id) {
        jdbi.useTransaction(db -> {
            ExperimentTable.cancel(db, id, now());
            ExperimentTable.remove(db, id, now());
            audit.record(db, "experiment.remove", "experiment " + id, null, null);
        });
    }

    void restore(int id) {
        jdbi.useTransaction(db -> {
            ExperimentTable.remove(db, id, null);
            audit.record(db, "experiment.restore", "experiment " + id, null, null);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
