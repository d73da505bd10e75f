package org.cmm.server.platform;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Streams of server-sent events to pages that somebody looks at; a bounded number, each for a bounded time. */
@Singleton
public class PageStreams {

    /** Then the browser comes back and proves anew who it is. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final int MOST_STREAMS = 300;

    private final AtomicInteger open = new AtomicInteger();

    PageStreams() {}

    /**
     * Asks for news once every {@code pace}, never twice at a time.
     *
     * @throws ProblemException when too many pages are open
     */
    public Multi<OutboundSseEvent> open(Duration pace, Supplier<List<OutboundSseEvent>> news) {
        if (open.incrementAndGet() > MOST_STREAMS) {
            open.decrementAndGet();
            throw Problem.of(503, "busy", "Too many pages are open", "Close some, or load the page again later")
                    .exception();
        }
        return Multi.createFrom()
                .ticks()
                .every(pace)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .select()
                .first(LIFE.dividedBy(pace))
                .onItem()
                .transformToIterable(tick -> news.get())
                .onTermination()
                .invoke(open::decrementAndGet);
    }
}
