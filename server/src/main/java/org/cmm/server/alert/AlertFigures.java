package org.cmm.server.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import org.cmm.core.alert.Severity;

/** What Prometheus is told about alerts. */
@Singleton
@Startup
class AlertFigures {

    AlertFigures(MeterRegistry meters, OpenAlerts open) {
        for (Severity severity : Severity.values()) {
            String word = Words.word(severity);
            Gauge.builder("cmm.alerts.open", open, alerts -> alerts.all().stream()
                            .filter(alert -> alert.severity().equals(word))
                            .count())
                    .description("Alerts that are not over")
                    .tag("severity", word)
                    .register(meters);
        }
    }
}
