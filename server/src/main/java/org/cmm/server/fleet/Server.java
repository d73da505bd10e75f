package org.cmm.server.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A machine under watch.
 *
 * @param id CMM's number of it, never shown
 * @param code the short unique name that people choose, such as srv-001
 * @param address IPv4 or IPv6, when known
 * @param environment {@code cloud} or {@code on-premise}
 * @param site the number of its site, when it has one
 * @param dependsOn number of the server without which nothing is heard of it, such as a gateway
 * @param retiredAt since when it is out of watch, when it is
 * @param demo whether it is made up
 */
public record Server(
        int id,
        String code,
        String name,
        @Nullable String address,
        String owner,
        String environment,
        @Nullable Integer site,
        List<String> tags,
        String notes,
        @Nullable Integer dependsOn,
        Instant createdAt,
        @Nullable Instant retiredAt,
        boolean demo) {

    public Server {
        tags = List.copyOf(tags);
    }
}
