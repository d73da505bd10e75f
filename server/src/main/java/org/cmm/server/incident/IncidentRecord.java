package org.cmm.server.incident;

import java.time.Instant;
import java.util.List;
import org.cmm.core.alert.Severity;
import org.cmm.core.incident.IncidentState.Stage;
import org.jspecify.annotations.Nullable;

/**
 * An incident as lists show it.
 *
 * @param server number; null when it is about a site as a whole
 * @param site number; null when it is about one server
 * @param resolvedAt null while something fires
 * @param acknowledgedBy empty when nobody did
 * @param assignee name; empty when it is nobody's
 * @param alerts how many there were
 * @param firing how many are not over
 * @param machines the servers of its alerts, by number, at most {@link #MOST_MACHINES}
 * @param leading the alert that matters most
 */
record IncidentRecord(
        long id,
        @Nullable Integer server,
        @Nullable Integer site,
        Stage stage,
        Severity severity,
        Severity worst,
        Instant openedAt,
        @Nullable Instant resolvedAt,
        String acknowledgedBy,
        @Nullable Instant acknowledgedUntil,
        @Nullable Instant snoozedUntil,
        boolean flapping,
        String assignee,
        int alerts,
        int firing,
        int machineCount,
        List<Integer> machines,
        long leading) {

    static final int MOST_MACHINES = 20;

    public IncidentRecord {
        machines = List.copyOf(machines);
    }

    /** Whether nothing fires any more. */
    public boolean isOver() {
        return stage == Stage.RESOLVED || stage == Stage.CLOSED;
    }
}
