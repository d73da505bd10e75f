package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The alerts that are not over, in memory; whatever stands here is on disk. Lists go from worst to least, the newest
 * first.
 */
@Singleton
public class OpenAlerts {

    private static final Comparator<OpenAlert> WORST_FIRST = Comparator.comparing(
                    (OpenAlert alert) -> Words.storedSeverity(alert.severity()))
            .thenComparing(OpenAlert::since)
            .thenComparingLong(OpenAlert::id)
            .reversed();

    private final ConcurrentHashMap<Integer, List<OpenAlert>> byServer = new ConcurrentHashMap<>();

    OpenAlerts() {}

    public List<OpenAlert> of(int serverId) {
        return byServer.getOrDefault(serverId, List.of());
    }

    public List<OpenAlert> all() {
        return byServer.values().stream()
                .flatMap(List::stream)
                .sorted(WORST_FIRST)
                .toList();
    }

    public int count() {
        return byServer.values().stream().mapToInt(List::size).sum();
    }

    /** Servers without an alert are left out. */
    public Map<Integer, List<OpenAlert>> byServer() {
        return Map.copyOf(byServer);
    }

    Optional<OpenAlert> find(long id) {
        return byServer.values().stream()
                .flatMap(List::stream)
                .filter(alert -> alert.id() == id)
                .findFirst();
    }

    /** These are now all open alerts of these servers. */
    void replace(Collection<Integer> servers, List<OpenAlert> open) {
        Map<Integer, List<OpenAlert>> grouped =
                open.stream().collect(Collectors.groupingBy(OpenAlert::serverId, Collectors.toUnmodifiableList()));
        for (int server : servers) {
            List<OpenAlert> now = grouped.get(server);
            if (now == null) {
                byServer.remove(server);
            } else {
                byServer.put(server, now.stream().sorted(WORST_FIRST).toList());
            }
        }
    }
}
