package org.cmm.server.intake;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.DecodedBatch;
import org.cmm.protocol.MalformedBatch;
import org.cmm.protocol.SamplesReply;
import org.cmm.server.history.Layouts;
import org.cmm.server.history.SampleWriter;
import org.cmm.server.history.StoredLayout;
import org.cmm.server.history.Submission;
import org.cmm.server.platform.OwnClock;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** Takes in an agent's batch: decode, correct the times, check each row, store. */
@Singleton
class BatchIntake {

    /** Unpacked size of the largest batch: 10,000 rows of some 60 columns. */
    static final int MOST_BYTES = 8 << 20;

    private static final ThreadLocal<Gunzip> GUNZIP = ThreadLocal.withInitial(() -> new Gunzip(MOST_BYTES));

    private final Layouts layouts;
    private final AgentClocks clocks;
    private final SampleWriter writer;
    private final IntakeFigures figures;
    private final OwnClock own;

    BatchIntake(Layouts layouts, AgentClocks clocks, SampleWriter writer, IntakeFigures figures, OwnClock own) {
        this.layouts = layouts;
        this.clocks = clocks;
        this.writer = writer;
        this.figures = figures;
        this.own = own;
    }

    /**
     * A request as it came in.
     *
     * @param server whose agent sent it
     * @param receivedMillis when its first byte came, by CMM's clock
     */
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Request(int server, byte[] body, boolean gzip, long receivedMillis) {}

    /** As below, and refuses what cannot be given a time because CMM's own clock is wrong. */
    @Nullable
    DecodedBatch timely(Request request, boolean mayBlock) {
        DecodedBatch batch = decode(request, mayBlock);
        if (batch != null) {
            own.demandBelieved(Instant.ofEpochMilli(batch.nowMillis()));
        }
        return batch;
    }

    /** Decodes the body, asking the database for a layout only if {@code mayBlock}; null when it must but may not. */
    private @Nullable DecodedBatch decode(Request request, boolean mayBlock) {
        try {
            if (!request.gzip()) {
                return BatchCodec.decode(request.body(), 0, request.body().length, id -> decimals(id, mayBlock));
            }
            Gunzip gunzip = GUNZIP.get();
            gunzip.unpack(request.body());
            return BatchCodec.decode(gunzip.bytes(), 0, gunzip.size(), id -> decimals(id, mayBlock));
        } catch (MalformedBatch e) {
            if (e.reason() != MalformedBatch.Reason.UNKNOWN_LAYOUT) {
                throw Problem.badRequest("malformed-batch", String.valueOf(e.getMessage()))
                        .exception();
            }
            if (!mayBlock) {
                return null;
            }
            throw Problem.of(404, "unknown-layout", "The layout is not known", e.getMessage() + "; announce it first")
                    .exception();
        }
    }

    private int @Nullable [] decimals(int layout, boolean mayBlock) {
        StoredLayout known = mayBlock ? layouts.find(layout).orElse(null) : layouts.known(layout);
        return known == null ? null : known.decimals();
    }

    /** How far the clock of the batch's stretch is off, if memory tells. */
    @Nullable
    ClockSkew knownSkew(Request request, DecodedBatch batch) {
        return clocks.known(request.server(), batch.epoch());
    }

    ClockSkew skew(Request request, DecodedBatch batch) {
        return clocks.of(request.server(), batch.epoch(), measured(request, batch));
    }

    /** Completes when every good row is on disk. */
    CompletionStage<SamplesReply> store(Request request, DecodedBatch batch, ClockSkew skew) {
        StoredLayout layout = layouts.known(batch.layout());
        if (layout == null) {
            throw new IllegalStateException("layout " + batch.layout() + " was known a moment ago");
        }
        correct(batch.at(), skew.applied());
        CheckedRows rows =
                CheckedRows.of(request.server(), layout, batch.at(), batch.values(), request.receivedMillis());
        SamplesReply reply =
                new SamplesReply(rows.good().count(), rows.refused(), skew.outgrownBy(measured(request, batch)), null);
        figures.refused(rows.refused().size());
        if (rows.good().count() == 0) {
            return CompletableFuture.completedFuture(reply);
        }
        return switch (writer.submit(rows.good())) {
            case Submission.Queued(var stored) -> stored.thenApply(_ -> reply);
            case Submission.Overloaded() -> {
                figures.overloaded();
                throw overloaded();
            }
        };
    }

    static Problem notStored() {
        return Problem.of(
                503,
                "not-stored",
                "The samples are not on disk",
                "the database is away; keep the samples and send them again later");
    }

    static RuntimeException overloaded() {
        return Problem.of(
                        503,
                        "overloaded",
                        "CMM cannot take more at the moment",
                        "the database is slower than the samples come in; keep them and send them again later")
                .exception();
    }

    private static long measured(Request request, DecodedBatch batch) {
        return request.receivedMillis() - batch.nowMillis();
    }

    private static void correct(long[] at, long skewMillis) {
        if (skewMillis != 0) {
            for (int row = 0; row < at.length; row++) {
                at[row] += skewMillis;
            }
        }
    }
}
