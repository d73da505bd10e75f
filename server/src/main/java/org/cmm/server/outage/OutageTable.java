package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Gap;
import org.cmm.core.outage.Part;
import org.cmm.core.outage.Verdict;
import org.cmm.server.outage.StoredOutage.StoredVerdict;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** Table {@code outage}. Whatever is written here twice is there once. */
@Singleton
class OutageTable {

    static final String SELECT = """
            SELECT id, server_id, from_at, until_at, site_outage_id, alert_id, cause, confidence, provisional, facts::text,
                   parts::text, corrected_to, corrected_from, corrected_by, corrected_at, note
            FROM outage
            """;

    /** Without facts, which take longer to read than all the rest. */
    static final String SELECT_BARE = SELECT.replace("facts::text", "'[]' AS facts");

    private final Jdbi jdbi;
    private final VerdictJson json;

    OutageTable(Jdbi jdbi, VerdictJson json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * A gap to keep.
     *
     * @param alert the silence that was noticed; null where only history tells
     */
    record Found(int server, Gap gap, @Nullable Long alert) {}

    /** Keeps the gap, unless one that it overlaps by more than a moment is kept already. */
    void insert(Found found, Instant now) {
        jdbi.useHandle(handle -> insert(handle, found, now));
    }

    static void insert(Handle handle, Found found, Instant now) {
        handle.createUpdate("""
                        INSERT INTO outage (server_id, from_at, until_at, alert_id, cause, confidence, provisional, judged_at)
                        SELECT :server, :from, CAST(:until AS timestamptz), :alert, 'unknown', 'possible', true, :now
                        WHERE EXISTS (SELECT 1 FROM server WHERE id = :server)
                          AND NOT EXISTS (SELECT 1 FROM outage WHERE server_id = :server
                            AND from_at < coalesce(CAST(:until AS timestamptz), 'infinity') - interval '5 s'
                            AND coalesce(until_at, 'infinity') > CAST(:from AS timestamptz) + interval '5 s')
                        ON CONFLICT DO NOTHING
                        """)
                .bind("server", found.server())
                .bind("from", found.gap().from())
                .bind("until", found.gap().until().orElse(null))
                .bind("alert", found.alert())
                .bind("now", now)
                .execute();
    }

    void close(long id, Instant until) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE outage SET until_at = greatest(from_at, :until), provisional = true
                        WHERE id = :id AND until_at IS NULL
                        """).bind("id", id).bind("until", until).execute());
    }

    static void delete(Handle handle, long id) {
        handle.execute("DELETE FROM outage WHERE id = ? AND corrected_to IS NULL", id);
    }

    /** A single part is the whole, and is told by the cause already. */
    void judged(long id, Verdict verdict, Instant now) {
        List<Part> parts = verdict.parts();
        boolean whole = parts.stream().map(Part::cause).allMatch(verdict.cause()::equals);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outage SET cause = :cause, confidence = :confidence, provisional = :provisional,
                            facts = CAST(:facts AS jsonb), parts = CAST(:parts AS jsonb), judged_at = :now
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("cause", Spelling.of(verdict.cause()))
                .bind("confidence", Spelling.of(verdict.confidence()))
                .bind("provisional", verdict.provisional())
                .bind("facts", json.ofFacts(verdict.facts()))
                .bind("parts", json.ofParts(whole ? List.of() : parts))
                .bind("now", now)
                .execute());
    }

    /** Keeps what a person says, with what CMM says at this moment. */
    static void correct(Handle handle, StoredOutage outage, Correction correction) {
        handle.createUpdate("""
                        UPDATE outage SET corrected_to = :to, corrected_from = :from, corrected_by = :by,
                            corrected_at = :at, note = :note
                        WHERE id = :id
                        """)
                .bind("id", outage.id())
                .bind("to", Spelling.of(correction.to()))
                .bind("from", Spelling.of(correction.from()))
                .bind("by", correction.by())
                .bind("at", correction.at())
                .bind("note", correction.note())
                .execute();
    }

    static void withdrawCorrection(Handle handle, long id) {
        handle.execute("""
                UPDATE outage SET corrected_to = NULL, corrected_from = NULL, corrected_by = '', corrected_at = NULL,
                    note = ''
                WHERE id = ?
                """, id);
    }

    Optional<StoredOutage> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(this::outage)
                .findOne());
    }

    /** Those whose verdict may still change. */
    List<StoredOutage> unsettled() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE provisional OR until_at IS NULL")
                .map(this::outage)
                .list());
    }

    Optional<Instant> newestStart() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT max(from_at) FROM outage WHERE alert_id IS NOT NULL")
                        .mapTo(Instant.class)
                        .findOne());
    }

    StoredOutage outage(RowView row) {
        String correctedTo = row.getColumn("corrected_to", String.class);
        return new StoredOutage(
                row.getColumn("id", Long.class),
                row.getColumn("server_id", Integer.class),
                new Gap(
                        row.getColumn("from_at", Instant.class),
                        Optional.ofNullable(row.getColumn("until_at", Instant.class))),
                row.getColumn("site_outage_id", Long.class),
                row.getColumn("alert_id", Long.class),
                new StoredVerdict(
                        Words.storedCause(row.getColumn("cause", String.class)),
                        Words.storedConfidence(row.getColumn("confidence", String.class)),
                        row.getColumn("provisional", Boolean.class),
                        json.facts(row.getColumn("facts", String.class))),
                json.parts(row.getColumn("parts", String.class)),
                correctedTo == null ? null : correction(row, Words.storedCause(correctedTo)));
    }

    private static Correction correction(RowView row, Cause to) {
        return new Correction(
                to,
                Words.storedCause(row.getColumn("corrected_from", String.class)),
                row.getColumn("corrected_by", String.class),
                row.getColumn("corrected_at", Instant.class),
                row.getColumn("note", String.class));
    }
}
