package org.cmm.server.simulation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as it is kept, without its replications.
 *
 * @param most replications at most
 * @param done replications that there are
 * @param work time that the machine spent on them, threads added up
 * @param removedAt when somebody removed it; it can be restored for a while
 */
record StoredExperiment(
        int id,
        String name,
        String author,
        Instant createdAt,
        String file,
        String fingerprint,
        String version,
        State state,
        int most,
        int done,
        Duration work,
        @Nullable Instant begunAt,
        @Nullable Instant endedAt,
        boolean cancelAsked,
        @Nullable Instant removedAt) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    boolean isOver() {
        return switch (state) {
            case WAITING, RUNNING -> false;
            case DONE, CANCELLED, FAILED -> true;
        };
    }

    /** Its file, which was sound when it was kept. */
    ExperimentFile read() {
        return switch (ExperimentFile.read(file)) {
            case ExperimentFile.Read.Sound(var sound) -> sound;
            case ExperimentFile.Read.Faulty(var faults) ->
                throw new IllegalStateException("experiment %d: %s".formatted(id, faults));
        };
    }
}
