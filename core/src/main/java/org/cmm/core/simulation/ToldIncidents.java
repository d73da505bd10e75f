package org.cmm.core.simulation;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cmm.core.alert.Alert;
import org.cmm.core.alert.AlertEvent;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Entry;
import org.cmm.core.incident.Incident;
import org.cmm.core.incident.IncidentState.Stage;

/** The incidents of one machine's alerts, which say what people are told. Not thread-safe. */
final class ToldIncidents {

    private final Map<String, Incident> incidents = new HashMap<>();
    private long alerts;

    /** Takes an event in; whether people are told of it as something to act on. */
    boolean tells(AlertEvent event) {
        String subject = event.alert().rule() + " " + event.alert().subject();
        return switch (event) {
            case AlertEvent.Raised(Alert _, Severity severity, double _) -> raised(subject, severity, event.at());
            case AlertEvent.SeverityChanged changed -> moved(subject, changed.to(), event.at());
            case AlertEvent.Cleared _ -> cleared(subject, event.at());
        };
    }

    private boolean raised(String subject, Severity severity, Instant at) {
        alerts++;
        Incident known = incidents.get(subject);
        if (known != null) {
            known.tick(at, Optional.empty());
        }
        if (known == null || known.state().stage() == Stage.CLOSED) {
            Incident opened = Incident.opened(alerts, severity, at, Optional.empty());
            incidents.put(subject, opened);
            return isToldSince(opened, 0, severity);
        }
        int before = known.entries().size();
        known.raised(alerts, severity, at, Optional.empty());
        return isToldSince(known, before, severity);
    }

    private boolean moved(String subject, Severity to, Instant at) {
        Incident incident = incidents.get(subject);
        if (incident == null || incident.state().firing().isEmpty()) {
            return false;
        }
        int before = incident.entries().size();
        long alert = incident.state().firing().keySet().iterator().next();
        incident.moved(alert, to, at, Optional.empty());
        return isToldSince(incident, before, to);
    }

    private boolean cleared(String subject, Instant at) {
        Incident incident = incidents.get(subject);
        if (incident != null && !incident.state().firing().isEmpty()) {
            incident.cleared(incident.state().firing().keySet().iterator().next(), at);
        }
        return false;
    }

    private static boolean isToldSince(Incident incident, int entry, Severity severity) {
        return severity.compareTo(Severity.WARNING) >= 0
                && incident.entries().stream().skip(entry).anyMatch(Entry::isTold);
    }
}
