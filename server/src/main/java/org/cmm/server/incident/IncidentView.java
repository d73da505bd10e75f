package org.cmm.server.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.cmm.server.platform.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * An incident for programs.
 *
 * @param server code; left out when it is about a site as a whole
 * @param site name; left out when it is about one server
 * @param stage open, acknowledged, in-progress, resolved or closed
 * @param machines codes of the servers of its alerts, at most twenty
 * @param drill number of the drill that began it; left out where none did
 * @param timeline left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentView(
        long id,
        @Nullable String server,
        @Nullable String site,
        String stage,
        String severity,
        String worst,
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
        List<String> machines,
        @Nullable Integer drill,
        @Nullable List<Line> timeline,
        @Nullable List<Long> alertIds) {

    /**
     * A line of the timeline.
     *
     * @param heldBack what held its notices back; left out when nothing did
     * @param told whether people were to be told of it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            Instant at,
            String kind,
            String severity,
            @Nullable Long alert,
            boolean told,
            @Nullable String heldBack,
            String by,
            String text) {

        static Line of(IncidentTimeline.Line line) {
            var entry = line.entry();
            return new Line(
                    entry.at(),
                    Spelling.of(entry.kind()),
                    Spelling.of(entry.severity()),
                    entry.alert().orElse(null),
                    entry.isTold(),
                    entry.heldBack().orElse(null),
                    entry.by(),
                    entry.text());
        }
    }
}
