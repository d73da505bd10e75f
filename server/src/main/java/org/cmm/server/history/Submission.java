package org.cmm.server.history;

import java.util.concurrent.CompletableFuture;

/** What became of an attempt to hand rows to the writer. */
public sealed interface Submission {

    /** They are in the queue; the future completes when they are on disk, or fails when they are not. */
    record Queued(CompletableFuture<Void> stored) implements Submission {}

    /** The queue is full: nothing was taken, come back later. */
    record Overloaded() implements Submission {}
}
