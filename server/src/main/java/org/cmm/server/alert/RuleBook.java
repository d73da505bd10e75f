package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.cmm.core.alert.SilenceRule;
import org.cmm.server.alert.RuleEntry.Condition;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;

/** All rules, in memory and on disk, and which of them are in force where. */
@Singleton
class RuleBook {

    private final RuleTable table;
    private final Listing listing;
    private final Servers servers;
    private final InstantSource clock;
    private volatile Edition edition = new Edition(List.of());

    RuleBook(RuleTable table, Listing listing, Servers servers, InstantSource clock) {
        this.table = table;
        this.listing = listing;
        this.servers = servers;
        this.clock = clock;
    }

    /** All rules at one moment; machines with the same rules share them. */
    private record Edition(
            List<RuleEntry> entries,
            boolean scoped,
            InForce everywhere,
            ConcurrentHashMap<List<RuleEntry>, InForce> known) {

        Edition(List<RuleEntry> entries) {
            this(
                    List.copyOf(entries),
                    entries.stream().anyMatch(entry -> !entry.scope().equals(RuleScope.FLEET)),
                    new InForce(InForce.nearest(entries, null)),
                    new ConcurrentHashMap<>());
        }
    }

    /** Reads the rules; those that CMM comes with are added when they are missing. */
    void open() {
        RuleEntry.defaults(clock.instant().truncatedTo(ChronoUnit.MILLIS)).forEach(table::addMissing);
        edition = new Edition(table.all());
    }

    /** Every rule of every scope; of one id those of the widest scope first. */
    List<RuleEntry> entries() {
        return edition.entries();
    }

    Optional<RuleEntry> find(String id, RuleScope scope) {
        return entries().stream()
                .filter(entry -> entry.id().equals(id) && entry.scope().equals(scope))
                .findFirst();
    }

    /** What is in force on a server, by where it is and what it is tagged with now. */
    InForce inForce(int server) {
        Edition now = edition;
        if (!now.scoped()) {
            return now.everywhere();
        }
        Optional<Server> known = listing.server(server).or(() -> servers.byId(server));
        List<RuleEntry> nearest = InForce.nearest(now.entries(), known.orElse(null));
        return now.known().computeIfAbsent(nearest, InForce::new);
    }

    /** After how long the first machine may be called silent. */
    Optional<Duration> shortestSilence() {
        return entries().stream()
                .filter(RuleEntry::enabled)
                .flatMap(entry -> entry.condition() instanceof Condition.OnSilence(SilenceRule rule)
                        ? Stream.of(rule.after())
                        : Stream.<Duration>empty())
                .min(Duration::compareTo);
    }

    /** Writes a new or changed rule, then puts it in force. */
    void put(RuleEntry entry) {
        table.put(entry);
        edition = new Edition(table.all());
    }

    void remove(String id, RuleScope scope) {
        table.remove(id, scope);
        edition = new Edition(table.all());
    }
}
