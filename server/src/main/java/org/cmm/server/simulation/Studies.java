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
import org.jdbi.v3.core.Jdbi;

/** Studies as people begin, follow and remove them. Each point is an experiment of its own that the runner runs. */
@Singleton
class Studies {

    static final int MOST_POINTS = 121;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final InstantSource clock;

    Studies(Jdbi jdbi, AuditLog audit, InstantSource clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param file what all points have in common */
    record Stored(int id, String name, String author, Instant createdAt, ExperimentFile file, Study study) {}

    /** @param experiment which runs it */
    record Point(int number, int experiment, int done, int most, boolean over) {}

    /** How many times as large as is allowed, when it is too large. */
    static Optional<Double> timesTooLarge(List<ExperimentFile> files) {
        double all = files.stream()
                .mapToDouble(file -> ExperimentSize.of(file).share())
                .sum();
        double points = (double) files.size() / MOST_POINTS;
        double times = Math.max(all, points);
        return times > 1 || Double.isNaN(times) ? Optional.of(times) : Optional.empty();
    }

    int begin(ExperimentFile base, Study study, List<ExperimentFile> files, String author) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM study WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> stored(row))
                .findOne());
    }

    List<Stored> list(int most) {
        return jdbi.withHandle(db -> db.createQuery("SELECT * FROM study ORDER BY id DESC LIMIT :most")
                .bind("most", most)
                .map((row, _) -> stored(row))
                .list());
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
                row.getObject("created_at", java.time.OffsetDateTime.class).toInstant(),
                file,
                study);
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

    void cancel(int id) {
        jdbi.useTransaction(db -> {
            db.createQuery("SELECT id FROM experiment WHERE study_id = :id")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .list()
                    .forEach(experiment -> ExperimentTable.cancel(db, experiment, clock.instant()));
            audit.record(db, "experiment.cancel", "study " + id, null, null);
        });
    }
}
