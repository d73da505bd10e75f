package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code notice_preference} and {@code notice_address}: who wants to be told of what, and where. */
@Singleton
class Recipients {

    private static final String SELECT = """
            SELECT u.id, u.name, p.language, p.zone, p.severities, p.sites, p.quiet_from, p.quiet_until,
                   p.quiet_days, p.critical_always,
                   (SELECT coalesce(json_object_agg(a.channel_id, a.address), '{}') FROM notice_address a
                     WHERE a.user_id = u.id) AS addresses
            FROM cmm_user u JOIN notice_preference p ON p.user_id = u.id
            WHERE u.state = 'active'
            """;

    private final Jdbi jdbi;
    private final Addresses addresses;

    Recipients(Jdbi jdbi, Addresses addresses) {
        this.jdbi = jdbi;
        this.addresses = addresses;
    }

    /** Everybody who is active, has chosen, and can be found anywhere. */
    List<Recipient> all(Handle db) {
        return db.createQuery(SELECT + " ORDER BY u.id")
                .map((row, context) -> recipient(row))
                .filter(recipient -> !recipient.addresses().isEmpty())
                .list();
    }

    Optional<Recipient> of(int user) {
        return jdbi.withHandle(db -> db.createQuery(SELECT + " AND u.id = :user")
                .bind("user", user)
                .map((row, context) -> recipient(row))
                .findOne());
    }

    /** How many active people each channel has. */
    Map<Integer, Long> counts() {
        return jdbi.withHandle(db -> db.createQuery("""
                        SELECT a.channel_id, count(*) AS people FROM notice_address a
                        JOIN cmm_user u ON u.id = a.user_id AND u.state = 'active' GROUP BY a.channel_id
                        """).reduceRows(new HashMap<Integer, Long>(), (counts, row) -> {
            counts.put(row.getColumn("channel_id", Integer.class), row.getColumn("people", Long.class));
            return counts;
        }));
    }

    static void save(Handle db, int user, Preference preference, Map<Integer, String> places, Instant now) {
        db.createUpdate("""
                        INSERT INTO notice_preference VALUES (:user, :language, :zone, :severities, :sites, :from,
                            :until, :days, :always, :now)
                        ON CONFLICT (user_id) DO UPDATE SET language = excluded.language, zone = excluded.zone,
                            severities = excluded.severities, sites = excluded.sites,
                            quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
                            quiet_days = excluded.quiet_days, critical_always = excluded.critical_always,
                            changed_at = excluded.changed_at
                        """)
                .bind("user", user)
                .bind("language", preference.language().code())
                .bind("zone", preference.zone().getId())
                .bindArray("severities", String.class, words(preference.severities()))
                .bindArray("sites", Integer.class, preference.sites())
                .bind("from", preference.quietFrom())
                .bind("until", preference.quietUntil())
                .bind("days", preference.quietDays())
                .bind("always", preference.criticalAlways())
                .bind("now", now)
                .execute();
        db.execute("DELETE FROM notice_address WHERE user_id = ?", user);
        places.forEach((channel, address) ->
                db.execute("INSERT INTO notice_address VALUES (?, ?, ?)", user, channel, address));
    }

    private static List<String> words(Set<Severity> severities) {
        return severities.stream().map(Spelling::of).sorted().toList();
    }

    private Recipient recipient(ResultSet row) throws SQLException {
        Preference preference = new Preference(
                Language.of(row.getString("language")).orElseThrow(),
                ZoneId.of(row.getString("zone")),
                strings(row.getArray("severities")).stream()
                        .map(word -> Spelling.stored(Severity.class, word))
                        .collect(Collectors.toSet()),
                numbers(row.getArray("sites")),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class),
                row.getBoolean("quiet_days"),
                row.getBoolean("critical_always"));
        return new Recipient(
                row.getInt("id"), row.getString("name"), preference, addresses.read(row.getString("addresses")));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Set<Integer> numbers(Array array) throws SQLException {
        return new HashSet<>(Arrays.asList((Integer[]) array.getArray()));
    }
}
