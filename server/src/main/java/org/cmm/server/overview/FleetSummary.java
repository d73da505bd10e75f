package org.cmm.server.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Site;

/**
 * How many servers are how.
 *
 * @param servers under watch
 * @param states number of servers by state; retired ones too
 */
record FleetSummary(long servers, Map<String, Long> states, List<SiteSummary> sites) {

    /** One site; without number and name, the servers that belong to none. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record SiteSummary(Optional<Integer> id, Optional<String> name, Map<String, Long> states) {}

    static FleetSummary of(List<Machine> all) {
        List<Machine> active = all.stream()
                .filter(machine -> machine.condition() != Condition.RETIRED)
                .toList();
        Map<Optional<Site>, List<Machine>> bySite =
                active.stream().collect(Collectors.groupingBy(machine -> Optional.ofNullable(machine.site())));
        List<SiteSummary> sites = bySite.entrySet().stream()
                .map(entry -> new SiteSummary(
                        entry.getKey().map(Site::id), entry.getKey().map(Site::name), states(entry.getValue())))
                .sorted((a, b) -> Integer.compare(a.id().orElse(Integer.MAX_VALUE), b.id().orElse(Integer.MAX_VALUE)))
                .toList();
        return new FleetSummary(active.size(), states(all), sites);
    }

    private static Map<String, Long> states(List<Machine> machines) {
        return machines.stream()
                .collect(Collectors.groupingBy(
                        machine -> machine.condition().word(), TreeMap::new, Collectors.counting()));
    }
}
