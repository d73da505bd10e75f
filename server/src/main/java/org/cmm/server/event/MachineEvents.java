package org.cmm.server.event;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Every event that agents told, each once. */
@Singleton
public class MachineEvents {

    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);
    private static final Duration MOST_BEHIND = Duration.ofDays(400);

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final List<MachineEventListener> listeners;

    MachineEvents(Jdbi jdbi, InstantSource clock, @All List<MachineEventListener> listeners) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    /** A place in the list: what stands there, and what tells it from others of the same time. */
    public record Place(Instant at, long id) {

        static final Place NOW = new Place(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);
    }

    /**
     * Keeps what is new; what was told before stays as it was told first. A time that cannot be true, of a clock that
     * nobody had set yet, proves nothing and is left out.
     *
     * @param events by CMM's clock
     */
    public void keep(int server, List<MachineEvent> events) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO machine_event (server_id, key, kind, evidence, at, since, detail, told_at)
                    VALUES (:server, :key, :kind, :evidence, :at, :since, :detail, :now)
                    ON CONFLICT (server_id, key) DO NOTHING
                    """);
            for (MachineEvent event : events) {
                Instant at = Instant.ofEpochMilli(event.atMillis());
                if (at.isBefore(now.plus(MOST_AHEAD)) && at.isAfter(now.minus(MOST_BEHIND))) {
                    batch.bind("server", server)
                            .bind("key", event.key())
                            .bind("kind", event.kind().word())
                            .bind("evidence", event.evidence().word())
                            .bind("at", at)
                            .bind("since", instant(event.sinceMillis()))
                            .bind("detail", event.detail() == null ? "" : event.detail())
                            .bind("now", now)
                            .add();
                }
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
        listeners.forEach(listener -> listener.told(server));
    }

    /** Those of a server from {@code from} to {@code to}, oldest first. */
    public List<StoredEvent> between(int server, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT id, kind, evidence, at, since, detail, told_at
                        FROM machine_event WHERE server_id = :server AND at >= :from AND at <= :to
                        ORDER BY at, id LIMIT 1000
                        """)
                .bind("server", server)
                .bind("from", from)
                .bind("to", to)
                .map(MachineEvents::event)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /** The newest of a server, newest first. */
    public List<StoredEvent> newest(int server, int most) {
        return before(server, Place.NOW, most);
    }

    List<StoredEvent> before(int server, Place place, int most) {
        return jdbi.withHandle(handle -> handle
                .createQuery("""
                        SELECT id, kind, evidence, at, since, detail, told_at
                        FROM machine_event WHERE server_id = :server AND (at, id) < (:at, :id)
                        ORDER BY at DESC, id DESC LIMIT :most
                        """)
                .bind("server", server)
                .bind("at", place.at())
                .bind("id", place.id())
                .bind("most", most)
                .map(MachineEvents::event)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    /** What a newer CMM kept in words of its own is not shown by this one. */
    private static Optional<StoredEvent> event(RowView row) {
        Optional<MachineEventKind> kind = MachineEventKind.of(row.getColumn("kind", String.class));
        Optional<Evidence> evidence = Evidence.of(row.getColumn("evidence", String.class));
        return kind.isEmpty() || evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new StoredEvent(
                        row.getColumn("id", Long.class),
                        kind.get(),
                        evidence.get(),
                        row.getColumn("at", Instant.class),
                        row.getColumn("since", Instant.class),
                        row.getColumn("detail", String.class),
                        row.getColumn("told_at", Instant.class)));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
