package org.cmm.server.notify;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.cmm.core.notify.OnCall;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tables {@code on_call_group}, {@code on_call_member} and {@code on_call_stand_in}. Disabled users take no turn. */
@Singleton
class Groups {

    private final Jdbi jdbi;

    Groups(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Group> all() {
        return jdbi.withHandle(Groups::all);
    }

    Optional<Group> find(int id) {
        return jdbi.withHandle(db -> find(db, id));
    }

    static List<Group> all(Handle db) {
        return db.createQuery("SELECT * FROM on_call_group ORDER BY lower(name)")
                .map((row, context) -> group(db, row))
                .list();
    }

    static Optional<Group> find(Handle db, int id) {
        return db.createQuery("SELECT * FROM on_call_group WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> group(db, row))
                .findOne();
    }

    private static Group group(Handle db, ResultSet row) throws SQLException {
        int id = row.getInt("id");
        List<Integer> people =
                db.createQuery("""
                        SELECT m.user_id FROM on_call_member m JOIN cmm_user u ON u.id = m.user_id AND u.state = 'active'
                        WHERE m.group_id = :group ORDER BY m.place, m.user_id
                        """).bind("group", id).mapTo(Integer.class).list();
        List<Group.StandIn> standIns = db.createQuery("""
                        SELECT s.id, s.from_day, s.last_day, s.user_id FROM on_call_stand_in s
                        JOIN cmm_user u ON u.id = s.user_id AND u.state = 'active'
                        WHERE s.group_id = :group ORDER BY s.id
                        """)
                .bind("group", id)
                .map((one, context) -> new Group.StandIn(
                        one.getInt("id"),
                        new OnCall.StandIn(
                                one.getObject("from_day", LocalDate.class),
                                one.getObject("last_day", LocalDate.class),
                                one.getInt("user_id"))))
                .list();
        OnCall rota = new OnCall(
                people,
                row.getObject("first", LocalDate.class),
                standIns.stream().map(Group.StandIn::period).toList());
        return new Group(
                id, row.getString("name"), row.getBoolean("rotates"), rota, ZoneId.of(row.getString("zone")), standIns);
    }

    /** The number of the new group, or of the one that had the number. */
    static int save(Handle db, int id, GroupDraft draft) {
        int saved = id == 0
                ? db.createQuery("""
                                INSERT INTO on_call_group (name, rotates, first, zone)
                                VALUES (:name, :rotates, :first, :zone) RETURNING id
                                """)
                        .bindMap(draft.columns())
                        .mapTo(Integer.class)
                        .one()
                : id;
        if (id != 0) {
            db.createUpdate("""
                            UPDATE on_call_group SET name = :name, rotates = :rotates, first = :first, zone = :zone
                            WHERE id = :id
                            """).bindMap(draft.columns()).bind("id", id).execute();
            db.execute("DELETE FROM on_call_member WHERE group_id = ?", id);
        }
        for (int place = 0; place < draft.people().size(); place++) {
            db.execute(
                    "INSERT INTO on_call_member VALUES (?, ?, ?)",
                    saved,
                    draft.people().get(place),
                    place);
        }
        return saved;
    }

    static boolean nameTaken(Handle db, String name, int byOtherThan) {
        return db.createQuery(
                        "SELECT EXISTS (SELECT FROM on_call_group WHERE lower(name) = lower(:name) AND id <> :id)")
                .bind("name", name)
                .bind("id", byOtherThan)
                .mapTo(Boolean.class)
                .one();
    }

    static void remove(Handle db, int id) {
        db.execute("DELETE FROM on_call_group WHERE id = ?", id);
    }

    /** Its number. */
    static int standIn(Handle db, int group, OnCall.StandIn period) {
        return db.createQuery("""
                        INSERT INTO on_call_stand_in (group_id, user_id, from_day, last_day)
                        VALUES (:group, :person, :from, :until) RETURNING id
                        """)
                .bind("group", group)
                .bind("person", period.person())
                .bind("from", period.from())
                .bind("until", period.until())
                .mapTo(Integer.class)
                .one();
    }

    static boolean endStandIn(Handle db, int group, int id) {
        return db.execute("DELETE FROM on_call_stand_in WHERE group_id = ? AND id = ?", group, id) == 1;
    }
}
