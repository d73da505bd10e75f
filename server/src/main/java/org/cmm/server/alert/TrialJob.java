package org.cmm.server.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cmm.server.alert.RuleReplay.Mark;
import org.cmm.server.alert.RuleReplay.Trial;

/**
 * A trial that somebody looks on.
 *
 * @param key nobody can guess it
 * @param owner who asked for it
 */
record TrialJob(
        String key, String owner, Asked asked, Trial trial, ReplayProgress progress, CompletableFuture<Replayed> done) {

    /** Where the rule stands. */
    sealed interface Origin {

        /** There is one, and this is a change of it. */
        record Changed(RuleEntry entry) implements Origin {}

        /** It is not there yet; the scope is as it was typed. */
        record Fresh(RulePage.What what, String scope) implements Origin {}
    }

    /** What somebody wants to try, as the form has it. */
    record Asked(RuleForm form, Origin origin, int days, List<Mark> marks) {}

    /** What came of it; empty while it runs, or when it failed. */
    Optional<Replayed> result() {
        return done.isDone() && !done.isCompletedExceptionally() ? Optional.of(done.join()) : Optional.empty();
    }

    boolean isRunning() {
        return !done.isDone();
    }

    /** Waits for the end, but not longer than this. */
    void await(Duration longest) throws InterruptedException {
        try {
            done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // whoever looks at it next sees how it stands
        }
    }
}
