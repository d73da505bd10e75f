package org.cmm.server.incident;

import java.util.Map;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.Incident;

/**
 * An incident that has a number.
 *
 * @param firingBefore what fired when it was read
 */
record KnownIncident(long id, Scope scope, Incident incident, Map<Long, Severity> firingBefore) {

    KnownIncident(long id, Scope scope, Incident incident) {
        this(id, scope, incident, incident.state().firing());
    }
}
