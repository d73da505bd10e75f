package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The SQL of sites. */
@Singleton
class SiteTable {

    private final Jdbi jdbi;

    SiteTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Site> all() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, name, zone, demo FROM site ORDER BY id")
                .map((row, context) -> new Site(
                        row.getInt("id"),
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        row.getBoolean("demo")))
                .list());
    }

    /** The new site's number, or nothing when its name is taken. */
    static Optional<Integer> insert(Handle db, SiteDraft draft) {
        return db.createQuery("""
                        INSERT INTO site (name, zone) VALUES (:name, :zone)
                        ON CONFLICT (lower(name)) DO NOTHING RETURNING id
                        """)
                .bind("name", draft.name())
                .bind("zone", draft.zone())
                .mapTo(Integer.class)
                .findOne();
    }

    boolean nameTaken(String name, int byOtherThan) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM site WHERE lower(name) = lower(:name) AND id <> :id)")
                .bind("name", name)
                .bind("id", byOtherThan)
                .mapTo(Boolean.class)
                .one());
    }

    static void update(Handle db, int id, SiteDraft draft) {
        db.createUpdate("UPDATE site SET name = :name, zone = :zone WHERE id = :id")
                .bind("id", id)
                .bind("name", draft.name())
                .bind("zone", draft.zone())
                .execute();
    }

    /** False when servers, retired ones too, tokens or incidents still belong to the site. */
    static boolean delete(Handle db, int id) {
        return db.createUpdate("""
                        DELETE FROM site
                        WHERE id = :id AND NOT EXISTS (SELECT FROM server WHERE site_id = :id)
                          AND NOT EXISTS (SELECT FROM enrolment_token WHERE site_id = :id)
                          AND NOT EXISTS (SELECT FROM incident WHERE site_id = :id)
                        """).bind("id", id).execute() == 1;
    }
}
