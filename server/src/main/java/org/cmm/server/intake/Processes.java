package org.cmm.server.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.ProcessLine;
import org.cmm.protocol.ProcessSnapshot;
import org.jdbi.v3.core.Jdbi;

/** Which processes used most of a server when its agent last looked. */
@Singleton
public class Processes {

    private static final int MOST_LINES = 10;
    private static final int LONGEST_NAME = 100;

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final InstantSource clock;

    Processes(Jdbi jdbi, ObjectMapper json, InstantSource clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.clock = clock;
    }

    /** What was running, and when CMM was told. */
    public record Snapshot(Instant at, List<ProcessLine> byCpu, List<ProcessLine> byMemory) {}

    void keep(int server, ProcessSnapshot told) {
        Snapshot snapshot = new Snapshot(clock.instant(), bounded(told.byCpu()), bounded(told.byMemory()));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO process_snapshot (server_id, at, snapshot)
                        VALUES (:server, :at, CAST(:snapshot AS jsonb))
                        ON CONFLICT (server_id) DO UPDATE SET at = EXCLUDED.at, snapshot = EXCLUDED.snapshot
                        """)
                .bind("server", server)
                .bind("at", snapshot.at())
                .bind("snapshot", written(snapshot))
                .execute());
    }

    /** The newest snapshot, or nothing when the agent never sent one. */
    public Optional<Snapshot> of(int server) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT snapshot FROM process_snapshot WHERE server_id = :server")
                        .bind("server", server)
                        .mapTo(String.class)
                        .findOne()
                        .map(this::read));
    }

    private static List<ProcessLine> bounded(List<ProcessLine> lines) {
        return lines.stream().limit(MOST_LINES).map(Processes::bounded).toList();
    }

    /** Names come from any program on any machine: PostgreSQL refuses U+0000, and nobody reads a novel. */
    private static ProcessLine bounded(ProcessLine line) {
        String name = String.valueOf(line.name()).replaceAll("\\p{Cntrl}", "");
        return new ProcessLine(
                name.substring(0, Math.min(name.length(), LONGEST_NAME)), line.pid(), line.cpu(), line.memoryBytes());
    }

    private String written(Snapshot snapshot) {
        try {
            return json.writeValueAsString(snapshot);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Snapshot read(String text) {
        try {
            return json.readValue(text, Snapshot.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
