package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cmm.server.platform.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Sites and servers that do not exist. They are marked as such, and the audit log has one line for all of them, which
 * whoever makes them up writes.
 */
@Singleton
public class MadeUp {

    private static final Duration TOKEN_LIVES = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final Listing listing;
    private final InstantSource clock;

    MadeUp(Jdbi jdbi, Listing listing, InstantSource clock) {
        this.jdbi = jdbi;
        this.listing = listing;
        this.clock = clock;
    }

    /** What people would have written down about a machine. */
    public record Described(
            String code, String name, String address, String owner, boolean cloud, List<String> tags, String notes) {

        public Described {
            tags = List.copyOf(tags);
        }
    }

    /** The made-up site with this name, which gets a number behind it where a real one has it. */
    public int site(String name, ZoneId zone) {
        return jdbi.inTransaction(db -> madeUpSite(db, name, zone));
    }

    private static int madeUpSite(Handle db, String name, ZoneId zone) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : "%s (%d)".formatted(name, number))
                .flatMap(candidate -> SiteTable.insert(db, new SiteDraft(candidate, zone.getId())).stream())
                .peek(id -> db.execute("UPDATE site SET demo = true WHERE id = ?", id))
                .findFirst()
                .orElseThrow();
    }

    /** A token with which so many made-up machines may join at this site. */
    public String token(int site, int uses) {
        String token = Secrets.create();
        jdbi.useHandle(db -> db.createUpdate("""
                        INSERT INTO enrolment_token (fingerprint, label, site_id, created_by, expires_at, uses_left, demo)
                        VALUES (:fingerprint, 'demo', :site, 'CMM', :expires, :uses, true)
                        """)
                .bind("fingerprint", Secrets.fingerprint(token))
                .bind("site", site)
                .bind("expires", clock.instant().plus(TOKEN_LIVES))
                .bind("uses", uses)
                .execute());
        return token;
    }

    /** Tokens are of no use once the machines have joined. */
    public void dropTokens() {
        jdbi.useTransaction(db -> {
            db.execute(
                    "UPDATE agent SET token_id = NULL WHERE token_id IN (SELECT id FROM enrolment_token WHERE demo)");
            db.execute("DELETE FROM enrolment_token WHERE demo");
        });
    }

    /**
     * Writes down what people would have; a code that a real server has stays that one's.
     *
     * @param enrolledAs the code that the machine got when it joined
     * @return the server's number
     */
    public int describe(String enrolledAs, Described described) {
        return jdbi.inTransaction(db -> db.createQuery("""
                        UPDATE server SET name = :name, address = CAST(:address AS inet), owner = :owner,
                            environment = :environment, tags = :tags, notes = :notes,
                            code = CASE WHEN EXISTS (SELECT FROM server WHERE lower(code) = :code) THEN code ELSE :code END
                        WHERE lower(code) = lower(:enrolledAs) AND demo RETURNING id
                        """)
                .bind("enrolledAs", enrolledAs)
                .bind("code", described.code())
                .bind("name", described.name())
                .bind("address", described.address())
                .bind("owner", described.owner())
                .bind("environment", described.cloud() ? ServerDraft.CLOUD : ServerDraft.ON_PREMISE)
                .bindArray("tags", String.class, described.tags())
                .bind("notes", described.notes())
                .mapTo(Integer.class)
                .one());
    }

    /** All that is made up; a site that a real machine has moved to is a real one by now. */
    public Gone all() {
        return jdbi.inTransaction(db -> {
            db.execute("""
                    UPDATE site SET demo = false
                    WHERE demo AND EXISTS (SELECT FROM server WHERE site_id = site.id AND NOT demo)
                    """);
            return new Gone(ids(db, "server"), ids(db, "site"));
        });
    }

    private static Set<Integer> ids(Handle db, String table) {
        return new HashSet<>(db.createQuery("SELECT id FROM " + table + " WHERE demo")
                .mapTo(Integer.class)
                .list());
    }

    /** From now on none of them may deliver. */
    public void revoke(Gone gone) {
        jdbi.useHandle(db -> db.execute("UPDATE agent SET revoked_at = now() WHERE server_id = ANY (?)", (Object)
                gone.servers().toArray(Integer[]::new)));
    }

    /** Pages show it from now on. */
    public void changed() {
        listing.forget();
    }
}
