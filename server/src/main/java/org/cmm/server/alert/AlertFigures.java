package org.cmm.server.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.core.alert.Severity;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;

/** What Prometheus is told about alerts. */
@Singleton
@Startup
class AlertFigures {

    AlertFigures(MeterRegistry meters, OpenAlerts open, Listing listing) {
        for (Severity severity : Severity.values()) {
            String word = Words.word(severity);
            Gauge.builder("cmm.alerts.open", open, alerts -> counted(alerts, listing)
                            .filter(alert -> alert.severity().equals(word))
                            .count())
                    .description("Alerts that are not over")
                    .tag("severity", word)
                    .register(meters);
        }
    }

    private static Stream<OpenAlert> counted(OpenAlerts open, Listing listing) {
        Set<Integer> servers = listing.counted().stream().map(Server::id).collect(Collectors.toSet());
        return open.all().stream().filter(alert -> servers.contains(alert.serverId()));
    }
}
