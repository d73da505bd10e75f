package org.cmm.server.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.cmm.server.fleet.Server;
import org.jspecify.annotations.Nullable;

/**
 * An alert for programs.
 *
 * @param server code of the server
 * @param subject text of the series it fires on; empty for silence
 * @param value the reading that raised it or last moved it, in the unit of its metric; for silence the seconds since
 *     the last contact
 * @param unknown whether its machine is silent: then it neither fires nor is over
 * @param clearedAt left out while it is open
 * @param drill number of the drill that brought it about; left out where none did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
        long id,
        String server,
        String serverName,
        String rule,
        String subject,
        String severity,
        String worst,
        double value,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        boolean unknown,
        String cause,
        String closedBy,
        @Nullable Integer drill) {

    static AlertView of(AlertRecord alert, Server server, int drill) {
        return new AlertView(
                alert.id(),
                server.code(),
                server.name(),
                alert.rule(),
                alert.subject(),
                alert.severity(),
                alert.worst(),
                alert.value(),
                alert.raisedAt(),
                alert.clearedAt(),
                alert.unknown(),
                alert.cause(),
                alert.closedBy(),
                drill == 0 ? null : drill);
    }
}
