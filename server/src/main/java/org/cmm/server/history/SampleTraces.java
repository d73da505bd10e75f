package org.cmm.server.history;

import jakarta.inject.Singleton;
import java.util.concurrent.locks.ReentrantLock;
import org.cmm.server.fleet.Gone;
import org.cmm.server.fleet.Traces;
import org.jdbi.v3.core.Handle;

/**
 * Samples and what is made of them, of which days are emptied one by one before: what came in the meantime goes here.
 */
@Singleton
class SampleTraces implements Traces {

    private final LatestSamples latest;
    private final HistoryTables tables;
    private final Rollups rollups;
    private final SamplingIntervals intervals;

    SampleTraces(LatestSamples latest, HistoryTables tables, Rollups rollups, SamplingIntervals intervals) {
        this.intervals = intervals;
        this.tables = tables;
        this.rollups = rollups;
        this.latest = latest;
    }

    @Override
    public Turn turn() {
        return Turn.RECORDS;
    }

    /** Roll-ups that are being written are waited for, and others are written only when all is gone or all is there. */
    @Override
    public void erase(Handle db, Gone gone) {
        ReentrantLock writing = rollups.writing();
        writing.lock();
        db.afterCommit(() -> {
            rollups.forget(gone.servers());
            writing.unlock();
        });
        db.afterRollback(writing::unlock);
        Integer[] servers = gone.servers().toArray(Integer[]::new);
        for (TierTables each : tables.all()) {
            db.execute(
                    "DELETE FROM %s WHERE server_id = ANY (?)"
                            .formatted(each.rows().table()),
                    (Object) servers);
            db.execute(
                    "DELETE FROM %s WHERE server_id = ANY (?)"
                            .formatted(each.blocks().table()),
                    (Object) servers);
        }
        db.execute("DELETE FROM sample_closing WHERE server_id = ANY (?)", (Object) servers);
        db.execute("DELETE FROM rollup_due WHERE server_id = ANY (?)", (Object) servers);
        db.execute("DELETE FROM sampling_interval WHERE server_id = ANY (?)", (Object) servers);
    }

    @Override
    public void forget(Gone gone) {
        latest.forget(gone.servers());
        rollups.forget(gone.servers());
        intervals.forget(gone.servers());
    }
}
