package org.cmm.server.demo;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.server.fleet.Gone;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleRows;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.StoredLayout;
import org.cmm.server.history.Submission;
import org.jdbi.v3.core.Jdbi;

/** Machines that exist, as far as CMM can tell; what is refused for a moment they send again. */
@Singleton
class RealMachines {

    private final Jdbi jdbi;
    private final SampleWriter disk;
    private final Layouts layouts;
    private final Erasing erasing;

    RealMachines(Jdbi jdbi, SampleWriter disk, Layouts layouts, Erasing erasing) {
        this.erasing = erasing;
        this.jdbi = jdbi;
        this.disk = disk;
        this.layouts = layouts;
    }

    RealMachine join() {
        int id = jdbi.withHandle(
                db -> db.createQuery("INSERT INTO server (code, name) VALUES ('real-1', 'Real') RETURNING id")
                        .mapTo(Integer.class)
                        .one());
        return new RealMachine(id, layouts.of(List.of(Series.of(Metrics.CPU_UTILIZATION)), new int[] {4}));
    }

    /** With all that was made of its samples, and with what would be made of them later. */
    void leave(RealMachine machine) throws InterruptedException {
        erasing.erase(new Gone(Set.of(machine.id), Set.of()), () -> {}, db -> {});
    }

    final class RealMachine {

        private final int id;
        private final StoredLayout layout;
        private final Set<Long> sent = new HashSet<>();

        private RealMachine(int id, StoredLayout layout) {
            this.id = id;
            this.layout = layout;
        }

        /** A row every half an hour from then on, at least one. */
        void measure(Instant from, Duration length) throws InterruptedException {
            for (long at = from.toEpochMilli(); at <= from.plus(length).toEpochMilli(); at += 1_800_000) {
                while (!stored(at)) {
                    Thread.sleep(20);
                }
                sent.add(at);
            }
        }

        private boolean stored(long at) throws InterruptedException {
            Submission submission = disk.submit(new SampleRows(id, layout, new long[] {at}, new double[] {0.1}));
            if (!(submission instanceof Submission.Queued(var stored))) {
                return false;
            }
            try {
                stored.get();
                return true;
            } catch (ExecutionException e) {
                return false;
            }
        }

        long measured() {
            return sent.size();
        }

        long stored() {
            return jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM sample WHERE server_id = :id")
                    .bind("id", id)
                    .mapTo(Long.class)
                    .one());
        }
    }
}
