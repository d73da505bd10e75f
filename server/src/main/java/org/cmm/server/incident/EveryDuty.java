package org.cmm.server.incident;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.cmm.server.access.Language;
import org.cmm.server.incident.DutySource.Duty;

/** Whoever is on call for an incident, whichever feature knows of it. */
@Singleton
class EveryDuty {

    private final Instance<DutySource> sources;

    EveryDuty(Instance<DutySource> sources) {
        this.sources = sources;
    }

    /** Nobody is on call for what is over. */
    List<Duty> of(IncidentRecord incident, Instant now, Language language) {
        if (incident.isOver()) {
            return List.of();
        }
        return sources.stream()
                .flatMap(source -> source.at(scope(incident), incident.severity(), now, language).stream())
                .toList();
    }

    private static Scope scope(IncidentRecord incident) {
        Integer site = incident.site();
        Integer server = incident.server();
        if (site != null) {
            return new Scope.OfSite(site);
        }
        return new Scope.OfServer(server == null ? 0 : server);
    }
}
