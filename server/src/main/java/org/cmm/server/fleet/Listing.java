package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every server and every site, from memory: read again after a change in this process, and every {@link #TRUST} for the
 * sake of changes elsewhere, such as a machine that enrols. Ten thousand servers are a few megabytes.
 */
@Singleton
public class Listing {

    private static final Duration TRUST = Duration.ofSeconds(5);

    private record Known(
            List<Server> servers,
            Map<Integer, Server> byId,
            Map<Integer, Site> sites,
            Map<Integer, String> searchTexts,
            long readNanos) {
        boolean fresh() {
            return System.nanoTime() - readNanos < TRUST.toNanos();
        }
    }

    private final ServerTable servers;
    private final SiteTable sites;
    private volatile @Nullable Known known;

    /** How often it was told to forget; guarded by this object's monitor. */
    private long changes;

    Listing(ServerTable servers, SiteTable sites) {
        this.servers = servers;
        this.sites = sites;
    }

    /** Servers under watch and retired ones, oldest first. */
    public List<Server> servers() {
        return known().servers();
    }

    /** Those that figures of the whole institution are about: real ones, or made-up ones where there are no others. */
    public List<Server> counted() {
        List<Server> real = servers().stream().filter(server -> !server.demo()).toList();
        return real.isEmpty() ? servers() : real;
    }

    /** Sites by name. */
    public List<Site> sites() {
        return known().sites().values().stream().sorted(Site.BY_NAME).toList();
    }

    public Optional<Server> server(int id) {
        return Optional.ofNullable(known().byId().get(id));
    }

    public Optional<Site> site(@Nullable Integer id) {
        return id == null
                ? Optional.empty()
                : Optional.ofNullable(known().sites().get(id));
    }

    /** The site with this name, in small or capital letters. */
    Optional<Site> siteNamed(String name) {
        return sites().stream()
                .filter(site -> site.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The tags that servers have, the most used first. */
    public List<String> tags(int most) {
        Map<String, Long> uses = servers().stream()
                .flatMap(server -> server.tags().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What {@link ServerFilter} looks for terms in. */
    public String searchText(Server server) {
        return known().searchTexts().getOrDefault(server.id(), "");
    }

    /** The next question goes to the database. */
    public synchronized void forget() {
        changes++;
        known = null;
    }

    /** What was read before a change came in between is not kept. */
    private synchronized void keep(Known read, long readAt) {
        if (readAt == changes) {
            known = read;
        }
    }

    private synchronized long changes() {
        return changes;
    }

    private Known known() {
        Known held = known;
        if (held != null && held.fresh()) {
            return held;
        }
        long begin = System.nanoTime();
        long readAt = changes();
        List<Server> all = List.copyOf(servers.all());
        Map<Integer, Site> places = byId(sites.all(), Site::id);
        Known read = new Known(all, byId(all, Server::id), places, searchTexts(all, places), begin);
        keep(read, readAt);
        return read;
    }

    private static <T> Map<Integer, T> byId(List<T> things, Function<T, Integer> id) {
        return things.stream().collect(Collectors.toUnmodifiableMap(id, Function.identity()));
    }

    private static Map<Integer, String> searchTexts(List<Server> servers, Map<Integer, Site> sites) {
        return servers.stream().collect(Collectors.toUnmodifiableMap(Server::id, server -> searchText(server, sites)));
    }

    private static String searchText(Server server, Map<Integer, Site> sites) {
        Site site = server.site() == null ? null : sites.get(server.site());
        return ServerFilter.folded(String.join(
                "\n",
                server.name(),
                server.code(),
                server.address() == null ? "" : server.address(),
                server.owner(),
                String.join("\n", server.tags()),
                site == null ? "" : site.name(),
                server.notes()));
    }
}
