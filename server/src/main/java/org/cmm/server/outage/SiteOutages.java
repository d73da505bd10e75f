package org.cmm.server.outage;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.platform.Spelling;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Groups machines of one site that fell silent in the same minute, and says what the site was lost to. */
@Singleton
class SiteOutages {

    /** So many together are no chance, even where others were heard: a switch, a room. */
    private static final int A_GROUP = 3;

    private final Jdbi jdbi;
    private final OutageTable table;
    private final Listing listing;

    SiteOutages(Jdbi jdbi, OutageTable table, Listing listing) {
        this.jdbi = jdbi;
        this.table = table;
        this.listing = listing;
    }

    /** Puts the outage and those that began with it into one group, and judges the group anew. */
    void group(StoredOutage outage, Neighbours.Seen seen) {
        Integer site = listing.server(outage.serverId()).map(Server::site).orElse(null);
        boolean group = seen.together().size() + 1 >= A_GROUP
                || (!seen.together().isEmpty() && seen.signs().heard() == 0);
        if (site == null || !group) {
            leave(outage);
            return;
        }
        List<StoredOutage> members =
                Stream.concat(Stream.of(outage), seen.together().stream()).toList();
        jdbi.useTransaction(handle -> {
            long id = members.stream()
                    .map(StoredOutage::siteOutage)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder())
                    .orElseGet(() -> create(handle, site, outage.gap().from()));
            members.stream()
                    .filter(member -> !Objects.equals(member.siteOutage(), id))
                    .filter(member -> member.siteOutage() == null || member.id() == outage.id())
                    .forEach(member ->
                            handle.execute("UPDATE outage SET site_outage_id = ? WHERE id = ?", id, member.id()));
            judge(handle, id);
        });
    }

    /** What looked like a site's outage was not: others turned out to be heard. */
    private void leave(StoredOutage outage) {
        Long group = outage.siteOutage();
        if (group == null) {
            return;
        }
        jdbi.useTransaction(handle -> {
            handle.execute("UPDATE outage SET site_outage_id = NULL WHERE id = ?", outage.id());
            handle.execute(
                    "DELETE FROM site_outage WHERE id = ? AND NOT EXISTS (SELECT FROM outage WHERE site_outage_id = site_outage.id)",
                    group);
            judge(handle, group);
        });
    }

    /** After a person spoke about one of its machines; an outage of no site changes nothing. */
    void judgeAgain(Handle handle, StoredOutage outage) {
        Long group = outage.siteOutage();
        if (group != null) {
            judge(handle, group);
        }
    }

    /** How many machines each of these groups has. */
    Map<Long, Integer> machines(Collection<Long> groups) {
        return groups.isEmpty()
                ? Map.of()
                : jdbi.withHandle(
                        handle -> handle.createQuery("SELECT id, machines FROM site_outage WHERE id = ANY (:groups)")
                                .bindArray("groups", Long.class, groups)
                                .reduceRows(new HashMap<Long, Integer>(), (all, row) -> {
                                    all.put(row.getColumn("id", Long.class), row.getColumn("machines", Integer.class));
                                    return all;
                                }));
    }

    private static long create(Handle handle, int site, Instant from) {
        return handle.createQuery("""
                        INSERT INTO site_outage (site_id, from_at, machines, cause, confidence)
                        VALUES (:site, :from, 0, 'unknown', 'possible') RETURNING id
                        """)
                .bind("site", site)
                .bind("from", from)
                .mapTo(Long.class)
                .one();
    }

    private void judge(Handle handle, long id) {
        List<StoredOutage> members = handle.createQuery(OutageTable.SELECT + "WHERE site_outage_id = :id")
                .bind("id", id)
                .map(table::outage)
                .list();
        if (members.isEmpty()) {
            return;
        }
        SiteVerdict verdict = SiteVerdict.of(members.stream()
                .map(member -> new SiteVerdict(member.cause(), member.verdict().confidence()))
                .toList());
        Optional<Instant> end = members.stream().anyMatch(member -> member.gap().isOpen())
                ? Optional.empty()
                : members.stream()
                        .flatMap(member -> member.gap().until().stream())
                        .max(Comparator.naturalOrder());
        handle.createUpdate("""
                        UPDATE site_outage SET machines = :machines, cause = :cause, confidence = :confidence,
                            from_at = :from, until_at = :until
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("machines", members.size())
                .bind("cause", Spelling.of(verdict.cause()))
                .bind("confidence", Spelling.of(verdict.confidence()))
                .bind(
                        "from",
                        members.stream()
                                .map(member -> member.gap().from())
                                .min(Comparator.naturalOrder())
                                .orElse(null))
                .bind("until", end.orElse(null))
                .execute();
    }
}
