package org.cmm.server.simulation;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cmm.core.simulation.Replication;
import org.cmm.server.platform.Spelling;
import org.cmm.server.simulation.StoredExperiment.State;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The SQL of experiments. */
@Singleton
class ExperimentTable {

    private static final String COLUMNS = """
            id, name, author, created_at, file, fingerprint, version, state, most, done, work, begun_at, ended_at,
            cancel_asked, removed_at
            """;

    private final Jdbi jdbi;

    ExperimentTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    static int insert(Handle db, ExperimentFile file, String author, String version, Instant now) {
        return db.createQuery("""
                        INSERT INTO experiment (name, author, created_at, file, fingerprint, layout, version, state, most)
                        VALUES (:name, :author, :now, :file, :fingerprint, :layout, :version, 'waiting', :most)
                        RETURNING id
                        """)
                .bind("name", file.scenario().name())
                .bind("author", author)
                .bind("now", now)
                .bind("file", file.write())
                .bind("fingerprint", file.fingerprint())
                .bindArray("layout", String.class, ReplicationBytes.LAYOUT)
                .bind("version", version)
                .bind("most", file.replications())
                .mapTo(Integer.class)
                .one();
    }

    Optional<StoredExperiment> find(int id) {
        return jdbi.withHandle(db -> find(db, id));
    }

    static Optional<StoredExperiment> find(Handle db, int id) {
        return db.createQuery("SELECT " + COLUMNS + " FROM experiment WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> experiment(row))
                .findOne();
    }

    /** Those that are not removed, the newest first. */
    List<StoredExperiment> list(long before, int most) {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT " + COLUMNS
                                + " FROM experiment WHERE id < :before AND removed_at IS NULL AND study_id IS NULL ORDER BY id DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> experiment(row))
                .list());
    }

    /**
     * What the list is made of, without reading it.
     *
     * @param count those that are not removed
     * @param digest changes when one of them does
     */
    record Summary(int count, String digest) {}

    Summary summary() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT count(*) AS count,
                               concat_ws('-', count(*), max(id), sum(done),
                                         count(*) FILTER (WHERE state = 'waiting'),
                                         count(*) FILTER (WHERE state = 'running')) AS digest
                          FROM experiment WHERE removed_at IS NULL AND study_id IS NULL
                        """)
                .map((row, _) -> new Summary(row.getInt("count"), row.getString("digest")))
                .one());
    }

    int unfinished() {
        return jdbi.withHandle(db -> db.createQuery(
                        "SELECT count(*) FROM experiment WHERE state IN ('waiting', 'running') AND removed_at IS NULL AND study_id IS NULL")
                .mapTo(Integer.class)
                .one());
    }

    /** Takes the oldest one that nobody works on. */
    Optional<StoredExperiment> claim(UUID owner, Instant now, Duration lease) {
        return jdbi.inTransaction(db -> {
            Optional<Integer> next =
                    db.createQuery("""
                            SELECT id FROM experiment
                             WHERE state IN ('waiting', 'running') AND (claimed_until IS NULL OR claimed_until < :now)
                             ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                            """).bind("now", now).mapTo(Integer.class).findOne();
            next.ifPresent(id -> db.createUpdate("""
                            UPDATE experiment SET state = 'running', claimed_by = :owner, claimed_until = :until,
                                   begun_at = COALESCE(begun_at, :now) WHERE id = :id
                            """)
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("until", now.plus(lease))
                    .bind("now", now)
                    .execute());
            return next.flatMap(id -> find(db, id));
        });
    }

    void renew(UUID owner, Instant until) {
        jdbi.useHandle(db -> db.execute(
                "UPDATE experiment SET claimed_until = ? WHERE claimed_by = ? AND state = 'running'", until, owner));
    }

    /** Lets go of all, so that others need not wait. */
    void release(UUID owner) {
        jdbi.useHandle(db -> db.execute(
                "UPDATE experiment SET claimed_by = NULL, claimed_until = NULL WHERE claimed_by = ? AND state = 'running'",
                owner));
    }

    /** Keeps more replications; empty when somebody else works on it by now, else what it is then. */
    Optional<StoredExperiment> keep(int id, UUID owner, List<Replication> more, Duration work) {
        return jdbi.inTransaction(db -> {
            int mine = db.createUpdate("""
                            UPDATE experiment SET done = done + :more, work = work + :work
                             WHERE id = :id AND claimed_by = :owner AND state = 'running'
                            """)
                    .bind("id", id)
                    .bind("owner", owner)
                    .bind("more", more.size())
                    .bind("work", work.toMillis() / 1000.0)
                    .execute();
            if (mine == 0) {
                return Optional.empty();
            }
            insert(db, id, more);
            return find(db, id);
        });
    }

    private static void insert(Handle db, int id, List<Replication> more) {
        PreparedBatch batch =
                db.prepareBatch("INSERT INTO experiment_replication (experiment_id, number, totals) VALUES (?, ?, ?)");
        more.forEach(each -> batch.bind(0, id)
                .bind(1, each.number())
                .bind(2, ReplicationBytes.of(each))
                .add());
        batch.execute();
    }

    /** False when somebody else works on it by now. */
    boolean end(int id, UUID owner, State state, Instant now) {
        return jdbi.withHandle(db -> db.execute("""
                                UPDATE experiment SET state = ?, ended_at = ?, claimed_by = NULL, claimed_until = NULL
                                 WHERE id = ? AND claimed_by = ? AND state = 'running'
                                """, Spelling.of(state), now, id, owner) == 1);
    }

    /** What waits ends at once; what runs is told to. */
    static void cancel(Handle db, int id, Instant now) {
        db.createUpdate("""
                        UPDATE experiment SET cancel_asked = true,
                               ended_at = CASE WHEN claimed_by IS NULL THEN CAST(:now AS timestamptz) END,
                               state = CASE WHEN claimed_by IS NULL THEN 'cancelled' ELSE state END
                         WHERE id = :id AND state IN ('waiting', 'running')
                        """).bind("id", id).bind("now", now).execute();
    }

    static void remove(Handle db, int id, @Nullable Instant at) {
        db.execute("UPDATE experiment SET removed_at = ? WHERE id = ?", at, id);
    }

    /** Studies take their experiments with them, and nothing else takes those: a study keeps all of its points. */
    void deleteRemovedBefore(Instant moment) {
        jdbi.useHandle(db -> {
            db.execute("DELETE FROM study WHERE removed_at < ?", moment);
            db.execute("DELETE FROM experiment WHERE removed_at < ? AND study_id IS NULL", moment);
        });
    }

    /** In the order of their numbers. */
    List<Replication> replications(int id) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT r.number, r.totals, e.layout FROM experiment_replication r
                          JOIN experiment e ON e.id = r.experiment_id
                         WHERE r.experiment_id = :id ORDER BY r.number
                        """)
                .bind("id", id)
                .map((row, _) -> ReplicationBytes.read(row.getInt("number"), row.getBytes("totals"), layout(row)))
                .list());
    }

    private static List<String> layout(ResultSet row) throws SQLException {
        return Arrays.asList((String[]) row.getArray("layout").getArray());
    }

    private static StoredExperiment experiment(ResultSet row) throws SQLException {
        return new StoredExperiment(
                row.getInt("id"),
                row.getString("name"),
                row.getString("author"),
                instant(row, "created_at").orElseThrow(),
                row.getString("file"),
                row.getString("fingerprint"),
                row.getString("version"),
                Spelling.stored(State.class, row.getString("state")),
                row.getInt("most"),
                row.getInt("done"),
                Duration.ofMillis(Math.round(row.getDouble("work") * 1000)),
                instant(row, "begun_at").orElse(null),
                instant(row, "ended_at").orElse(null),
                row.getBoolean("cancel_asked"),
                instant(row, "removed_at").orElse(null));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
