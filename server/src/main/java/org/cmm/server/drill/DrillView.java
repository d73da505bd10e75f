package org.cmm.server.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.jspecify.annotations.Nullable;

/**
 * A drill for programs.
 *
 * @param server code of the machine
 * @param fault cpu, memory, disk or downtime
 * @param percent of processors, memory or disk; 0 for downtime
 * @param state ordered, running, stopping, unheard, ended, refused, taken-back or expired
 * @param outcome why it ended or was refused, such as done, aborted, link-lost; empty before
 * @param startedAt left out until its agent said that it began
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DrillView(
        int id,
        String server,
        String fault,
        long seconds,
        int percent,
        String volume,
        String purpose,
        String state,
        String outcome,
        String orderedBy,
        Instant orderedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant refusedAt,
        @Nullable Instant abortedAt,
        String abortedBy) {

    static DrillView of(Drill drill, Listing listing, Instant now) {
        return new DrillView(
                drill.id(),
                listing.server(drill.server()).map(Server::code).orElse(""),
                drill.fault().word(),
                drill.length().toSeconds(),
                drill.percent(),
                drill.volume(),
                drill.purpose(),
                drill.life().state(now).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                drill.outcome(),
                drill.orderedBy(),
                drill.life().orderedAt(),
                drill.life().startedAt().orElse(null),
                drill.life().endedAt().orElse(null),
                drill.life().refusedAt().orElse(null),
                drill.life().takenBackAt().orElse(null),
                drill.takenBackBy());
    }
}
