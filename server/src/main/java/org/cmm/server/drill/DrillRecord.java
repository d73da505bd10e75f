package org.cmm.server.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cmm.core.drill.Milestones;
import org.cmm.server.alert.Guards.Guard;
import org.cmm.server.alert.PastAlerts.PastAlert;
import org.cmm.server.incident.Incidents.Lasting;
import org.cmm.server.notify.FirstTold.Told;

/**
 * All that is known of what came of a drill.
 *
 * @param from where its axis begins
 * @param to where it ends
 * @param series what the drill moves, in words of the protocol; empty for downtime
 * @param readings of that series, in order of time
 * @param guard the rule that should notice; nothing where none is in force, or for downtime
 * @param silence after how long a silence should be noticed; nothing but for downtime
 * @param main the alert of that rule
 * @param others what else was raised meanwhile
 * @param incident of the main alert
 * @param told of that incident
 * @param delivery how long its agent is quiet between two deliveries
 */
record DrillRecord(
        Drill drill,
        Instant from,
        Instant to,
        String series,
        List<Reading> readings,
        Optional<Guard> guard,
        Optional<Duration> silence,
        Optional<PastAlert> main,
        List<PastAlert> others,
        Optional<Lasting> incident,
        Optional<Told> told,
        Duration delivery,
        Milestones milestones) {

    DrillRecord {
        readings = List.copyOf(readings);
        others = List.copyOf(others);
    }

    /** A reading of what the drill moves, as a ratio. */
    record Reading(Instant at, double value) {}

    /** The usual time between two readings; ten seconds while there are too few. */
    Duration sampling() {
        List<Duration> pauses = new java.util.ArrayList<>();
        for (int i = 1; i < readings.size(); i++) {
            pauses.add(
                    Duration.between(readings.get(i - 1).at(), readings.get(i).at()));
        }
        pauses.sort(null);
        return pauses.isEmpty() ? Duration.ofSeconds(10) : pauses.get(pauses.size() / 2);
    }
}
