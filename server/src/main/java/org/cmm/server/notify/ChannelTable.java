package org.cmm.server.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Table {@code channel}. One that was removed keeps its row for the delivery log, without its secrets. */
@Singleton
class ChannelTable {

    private final Jdbi jdbi;
    private final ObjectMapper json;

    ChannelTable(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** By name. */
    List<Channel> all() {
        return jdbi.withHandle(
                db -> db.createQuery("""
                        SELECT id, kind, name, settings, enabled, changed_at FROM channel
                        WHERE removed_at IS NULL ORDER BY lower(name)
                        """).map((row, context) -> channel(row)).list());
    }

    Optional<Channel> find(int id) {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT id, kind, name, settings, enabled, changed_at FROM channel
                        WHERE id = :id AND removed_at IS NULL
                        """)
                .bind("id", id)
                .map((row, context) -> channel(row))
                .findOne());
    }

    Optional<byte[]> secrets(int id) {
        return jdbi.withHandle(db -> db.createQuery("SELECT secrets FROM channel WHERE id = :id AND removed_at IS NULL")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
    }

    static boolean nameTaken(Handle db, String name, int byOtherThan) {
        return db.createQuery("""
                        SELECT EXISTS (SELECT FROM channel
                         WHERE lower(name) = lower(:name) AND id <> :id AND removed_at IS NULL)
                        """)
                .bind("name", name)
                .bind("id", byOtherThan)
                .mapTo(Boolean.class)
                .one();
    }

    int insert(Handle db, ChannelDraft draft, byte[] secrets, Instant now) {
        return db.createQuery("""
                        INSERT INTO channel (kind, name, settings, secrets, enabled, changed_at)
                        VALUES (:kind, :name, CAST(:settings AS jsonb), :secrets, :enabled, :now) RETURNING id
                        """)
                .bind("kind", draft.kind().word())
                .bind("name", draft.name())
                .bind("settings", written(draft.settings()))
                .bind("secrets", secrets)
                .bind("enabled", draft.enabled())
                .bind("now", now)
                .mapTo(Integer.class)
                .one();
    }

    void update(Handle db, int id, ChannelDraft draft, byte[] secrets, Instant now) {
        db.createUpdate("""
                        UPDATE channel SET name = :name, settings = CAST(:settings AS jsonb), secrets = :secrets,
                            enabled = :enabled, changed_at = :now WHERE id = :id
                        """)
                .bind("id", id)
                .bind("name", draft.name())
                .bind("settings", written(draft.settings()))
                .bind("secrets", secrets)
                .bind("enabled", draft.enabled())
                .bind("now", now)
                .execute();
    }

    /** What waits for it has nowhere to go any more, and nobody is to be found on it. */
    static void remove(Handle db, int id, Instant now) {
        db.execute("DELETE FROM notice_address WHERE channel_id = ?", id);
        db.execute("""
                UPDATE notice SET state = 'dropped', claimed_by = NULL, claimed_until = NULL, settled_at = ?
                WHERE channel_id = ? AND state IN ('waiting', 'sending')
                """, now, id);
        db.execute("UPDATE channel SET removed_at = ?, secrets = '', settings = '{}' WHERE id = ?", now, id);
    }

    private Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                row.getInt("id"),
                ChannelKind.of(row.getString("kind")).orElseThrow(),
                row.getString("name"),
                read(row.getString("settings")),
                row.getBoolean("enabled"),
                row.getTimestamp("changed_at").toInstant());
    }

    private String written(Map<String, String> settings) {
        try {
            return json.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> read(String text) {
        try {
            return json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
