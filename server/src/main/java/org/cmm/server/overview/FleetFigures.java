package org.cmm.server.overview;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.cmm.server.fleet.Condition;

/** What Prometheus is told about the fleet: how many servers are how. */
@Singleton
@Startup
class FleetFigures {

    FleetFigures(MeterRegistry meters, Machines machines) {
        for (Condition condition : Condition.values()) {
            Gauge.builder("cmm.servers", machines, fleet -> fleet.counted().stream()
                            .filter(machine -> machine.condition() == condition)
                            .count())
                    .description("Servers by state; an agent speaks for those that are neither silent nor waiting")
                    .tag("state", condition.word())
                    .register(meters);
        }
    }
}
