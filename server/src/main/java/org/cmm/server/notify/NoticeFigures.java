package org.cmm.server.notify;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Jdbi;

/** What Prometheus is told about notices. The outbox is counted by its loop now and then, not by whoever asks. */
@Singleton
class NoticeFigures {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final MeterRegistry meters;
    private final AtomicReference<Depth> depth = new AtomicReference<>(new Depth(0, 0, 0));

    /** @param oldestSeconds age of the oldest that is due or was tried */
    private record Depth(long waiting, double oldestSeconds, long expired) {}

    NoticeFigures(Jdbi jdbi, MeterRegistry meters) {
        this.jdbi = jdbi;
        this.meters = meters;
        Gauge.builder("cmm.notices.waiting", depth, known -> known.get().waiting())
                .description("Notices in the outbox, those that wait for the end of quiet hours included")
                .register(meters);
        Gauge.builder("cmm.notices.oldest", depth, known -> known.get().oldestSeconds())
                .description("Age of the oldest notice that is due and that nobody has taken")
                .baseUnit("seconds")
                .register(meters);
        Gauge.builder("cmm.notices.expired", depth, known -> known.get().expired())
                .description("Notices of the last 24 hours that nobody took in time")
                .register(meters);
        for (ChannelKind kind : ChannelKind.values()) {
            attempts(kind, "accepted");
        }
    }

    void attempted(ChannelKind kind, Outcome outcome) {
        attempts(kind, Outbox.word(outcome)).increment();
    }

    private Counter attempts(ChannelKind kind, String outcome) {
        return Counter.builder("cmm.notices.attempts")
                .description("Attempts to deliver a notice: accepted, refused for good, or to be tried again")
                .tag("kind", kind.word())
                .tag("outcome", outcome)
                .register(meters);
    }

    void measure(Instant now) {
        depth.set(jdbi.withHandle(db -> db.createQuery("""
                        SELECT (SELECT count(*) FROM notice WHERE state IN ('waiting', 'sending')) AS waiting,
                               (SELECT extract(epoch FROM :now - min(created_at)) FROM notice
                                WHERE state IN ('waiting', 'sending') AND (due_at <= :now OR attempts > 0)) AS oldest,
                               (SELECT count(*) FROM notice WHERE state = 'expired' AND settled_at > :since) AS expired
                        """)
                .bind("now", now)
                .bind("since", now.minus(A_DAY))
                .map((row, _) ->
                        new Depth(row.getLong("waiting"), Math.max(0, row.getDouble("oldest")), row.getLong("expired")))
                .one()));
    }
}
