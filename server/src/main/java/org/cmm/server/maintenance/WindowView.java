package org.cmm.server.maintenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.cmm.core.maintenance.MaintenanceWindow;
import org.cmm.core.maintenance.MaintenanceWindow.Occurrence;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.maintenance.PlannedWindow.Target;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance window for programs.
 *
 * @param scope fleet, site, tag or server
 * @param target number of the site, the tag, or code of the server; empty for the fleet
 * @param recurrence once, weekly:monday,friday, monthly:31, nth:2:sunday or nth:-1:friday
 * @param minutes how long each lasts
 * @param goesOnUntil left out unless it goes on
 * @param nextAt left out when it never begins again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WindowView(
        int id,
        String reason,
        String author,
        String scope,
        String target,
        String recurrence,
        String start,
        long minutes,
        String zone,
        String from,
        @Nullable String until,
        @Nullable Instant goesOnUntil,
        @Nullable Instant nextAt,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    static WindowView of(PlannedWindow planned, Listing listing, Instant now) {
        MaintenanceWindow window = planned.window();
        Optional<MaintenanceWindow> open = planned.endedAt() == null ? Optional.of(window) : Optional.empty();
        return new WindowView(
                planned.id(),
                planned.reason(),
                planned.author(),
                scope(planned.target()),
                target(planned.target(), listing),
                RecurrenceText.of(window.recurrence()),
                window.start().toString(),
                window.length().toMinutes(),
                window.zone().getId(),
                window.from().toString(),
                window.until().map(Object::toString).orElse(null),
                open.flatMap(one -> one.covering(now)).map(Occurrence::end).orElse(null),
                open.flatMap(one -> one.next(now)).map(Occurrence::begin).orElse(null),
                planned.createdAt(),
                planned.endedAt(),
                planned.endedBy());
    }

    private static String scope(Target target) {
        return switch (target) {
            case Target.Fleet _ -> "fleet";
            case Target.OfSite _ -> "site";
            case Target.OfServer _ -> "server";
            case Target.OfTag _ -> "tag";
        };
    }

    private static String target(Target target, Listing listing) {
        return switch (target) {
            case Target.Fleet() -> "";
            case Target.OfSite(int site) -> Integer.toString(site);
            case Target.OfServer(int server) ->
                listing.server(server).map(Server::code).orElse("");
            case Target.OfTag(String tag) -> tag;
        };
    }
}
