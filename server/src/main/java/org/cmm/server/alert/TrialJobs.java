package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.cmm.server.alert.RuleReplay.Trial;
import org.cmm.server.alert.TrialJob.Asked;
import org.jboss.logging.Logger;

/**
 * The trials that people started last: each person's newest runs, one after the other. They are in memory only, since
 * the form that starts one can start it again.
 */
@Singleton
class TrialJobs {

    private static final Logger LOG = Logger.getLogger(TrialJobs.class);

    /** Each holds its alerts; older ones are forgotten. */
    private static final int MOST = 12;

    /** What is over by then needs no page that says how far it is. */
    static final Duration SHORT = Duration.ofSeconds(1);

    private final RuleReplay replay;
    private final Deque<TrialJob> jobs = new ArrayDeque<>();

    TrialJobs(RuleReplay replay) {
        this.replay = replay;
    }

    /** Starts a trial and stops the one that its owner had; returns when it is done, or after a second. */
    TrialJob start(String owner, Asked asked, Trial trial) throws InterruptedException {
        TrialJob job = new TrialJob(
                UUID.randomUUID().toString(),
                owner,
                asked,
                trial,
                new ReplayProgress(RuleReplay.LONGEST_SEEN),
                new CompletableFuture<>());
        add(job).forEach(old -> old.progress().stop());
        Thread.ofVirtual().name("trial").start(() -> run(job));
        job.await(SHORT);
        return job;
    }

    /** This trial, if it is that person's. */
    synchronized Optional<TrialJob> find(String key, String owner) {
        return jobs.stream()
                .filter(job -> job.key().equals(key) && job.owner().equals(owner))
                .findFirst();
    }

    /** @return those that are to stop */
    private synchronized List<TrialJob> add(TrialJob job) {
        List<TrialJob> stopping = new ArrayList<>(
                jobs.stream().filter(old -> old.owner().equals(job.owner())).toList());
        jobs.addFirst(job);
        if (jobs.size() > MOST) {
            stopping.add(jobs.removeLast());
        }
        return stopping;
    }

    private void run(TrialJob job) {
        try {
            job.done().complete(replay.runInTurn(job.trial(), job.progress()));
        } catch (RuntimeException | InterruptedException e) {
            LOG.error(
                    "a trial of the rule '%s' failed"
                            .formatted(job.trial().rule().id()),
                    e);
            job.done().completeExceptionally(e);
        }
    }
}
