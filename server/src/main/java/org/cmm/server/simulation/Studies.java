package org.cmm.server.simulation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.protocol.Version;
import org.cmm.server.access.AuditLog;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Studies as people begin, follow and remove them. Each point is an experiment of its own that the runner runs. */
@Singleton
class Studies {

    static final int MOST_POINTS = 121;

    /** So many may go on at a time. */
    static final int MOST_UNFINISHED = 10;

    private static final String STUDIES = """
            SELECT s.*, count(e.id) AS most, count(e.id) FILTER (WHERE e.state NOT IN ('waiting', 'running')) AS done
              FROM study s LEFT JOIN experiment e ON e.study_id = s.id
            """;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final InstantSource clock;

    Studies(Jdbi jdbi, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param file what all points have in common
     * @param done points that are over
     * @param most points that there are
     */
    record Stored(
            int id,
            String name,
            String author,
            Instant createdAt,
            ExperimentFile file,
            Study study,
            int done,
            int most,
            @Nullable Instant removedAt) {

        boolean isOver() {
            return done == most;
        }
    }

    /** @param experiment which runs it */
    record Point(int number, int experiment, int done, int most, boolean over) {}

    /** What came of wanting to run one. */
    sealed interface Begun {

        record Number(int id) implements Begun {}

        /** @param times how many times as large as is allowed */
        record TooLarge(double times) implements Begun {}

        record TooMany() implements Begun {}
    }

    /** How many times as large as is allowed, when it is too large. */
    private static Optional<Double> timesTooLarge(List<ExperimentFile> files) {
        double all = files.stream()
                .mapToDouble(file -> ExperimentSize.of(file).share())
                .sum();
        double points = (double) files.size() / MOST_POINTS;
        double times = Math.max(all, points);
        return times > 1 || Double.isNaN(times) ? Optional.of(times) : Optional.empty();
    }

    Begun begin(ExperimentFile base, Study study, List<ExperimentFile> files, String author) {
        Optional<Double> tooLarge = timesTooLarge(files);
        if (tooLarge.isPresent()) {
            return new Begun.TooLarge(tooLarge.get());
        }
        if (unfinished() >= MOST_UNFINISHED) {
            return new Begun.TooMany();
        }
        return new Begun.Number(insert(base, study, files, author));
    }

    private int unfinished() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT count(DISTINCT study_id) FROM experiment
                         WHERE state IN ('waiting', 'running') AND study_id IS NOT NULL
                        """).mapTo(Integer.class).one());
    }

    private int insert(ExperimentFile base, Study study, List<ExperimentFile> files, String author) {
        Instant now = now();
        return jdbi.inTransaction(db -> {
            int id = db.createQuery("""
                            INSERT INTO study (name, author, created_at, file, kind, axes)
                            VALUES (:name, :author, :now, :file, :kind, :axes) RETURNING id
                            """)
                    .bind("name", base.scenario().name())
                    .bind("author", author)
                    .bind("now", now)
                    .bind("file", base.write())
                    .bind("kind", Spelling.of(study.kind()))
                    .bind("axes", study.axesText())
                    .mapTo(Integer.class)
                    .one();
            for (int point = 0; point < files.size(); point++) {
                int experiment = ExperimentTable.insert(db, files.get(point), author, Version.here(), now);
                db.execute("UPDATE experiment SET study_id = ?, point = ? WHERE id = ?", id, point, experiment);
            }
            Map<String, Object> what = Map.of("name", base.scenario().name(), "kind", Spelling.of(study.kind()));
            audit.record(db, "experiment.study", "study " + id, null, what);
            return id;
        });
    }

    Optional<Stored> find(int id) {
        return jdbi.withHandle(db -> db.createQuery(STUDIES + " WHERE s.id = :id GROUP BY s.id")
                .bind("id", id)
                .map((row, _) -> stored(row))
                .findOne());
    }

    /** Those that are not removed, the newest first. */
    List<Stored> list(long before, int most) {
        return jdbi.withHandle(db -> db.createQuery(STUDIES
                        + " WHERE s.id < :before AND s.removed_at IS NULL GROUP BY s.id ORDER BY s.id DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .map((row, _) -> stored(row))
                .list());
    }

    int count() {
        return jdbi.withHandle(db -> db.createQuery("SELECT count(*) FROM study WHERE removed_at IS NULL")
                .mapTo(Integer.class)
                .one());
    }

    private static Stored stored(java.sql.ResultSet row) throws java.sql.SQLException {
        ExperimentFile file =
                switch (ExperimentFile.read(row.getString("file"))) {
                    case ExperimentFile.Read.Sound(var sound) -> sound;
                    case ExperimentFile.Read.Faulty(var faults) -> throw new IllegalStateException(faults.toString());
                };
        Study study =
                new Study(Spelling.stored(Study.Kind.class, row.getString("kind")), Study.axes(row.getString("axes")));
        return new Stored(
                row.getInt("id"),
                row.getString("name"),
                row.getString("author"),
                ExperimentTable.instant(row, "created_at").orElseThrow(),
                file,
                study,
                row.getInt("done"),
                row.getInt("most"),
                ExperimentTable.instant(row, "removed_at").orElse(null));
    }

    List<Point> points(int id) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT id, point, done, most, state NOT IN ('waiting', 'running') AS over
                          FROM experiment WHERE study_id = :id ORDER BY point
                        """)
                .bind("id", id)
                .map((row, _) -> new Point(
                        row.getInt("point"),
                        row.getInt("id"),
                        row.getInt("done"),
                        row.getInt("most"),
                        row.getBoolean("over")))
                .list());
    }

    /** Points that are done stay, and what the others have. */
    void cancel(int id) {
        jdbi.useTransaction(db -> {
            cancel(db, id);
            audit.record(db, "experiment.cancel", "study " + id, null, null);
        });
    }

    private void cancel(Handle db, int id) {
        experiments(db, id).forEach(experiment -> ExperimentTable.cancel(db, experiment, now()));
    }

    private static List<Integer> experiments(Handle db, int id) {
        return db.createQuery("SELECT id FROM experiment WHERE study_id = :id ORDER BY id")
                .bind("id", id)
                .mapTo(Integer.class)
                .list();
    }

    /** Its experiments go with it; it ends if it goes on, and can be restored for a month. */
    void remove(int id) {
        jdbi.useTransaction(db -> {
            cancel(db, id);
            setRemoved(db, id, now());
            audit.record(db, "experiment.remove", "study " + id, null, null);
        });
    }

    void restore(int id) {
        jdbi.useTransaction(db -> {
            setRemoved(db, id, null);
            audit.record(db, "experiment.restore", "study " + id, null, null);
        });
    }

    private static void setRemoved(Handle db, int id, @Nullable Instant at) {
        db.execute("UPDATE study SET removed_at = ? WHERE id = ?", at, id);
        db.execute("UPDATE experiment SET removed_at = ? WHERE study_id = ?", at, id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
