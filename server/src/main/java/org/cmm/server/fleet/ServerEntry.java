package org.cmm.server.fleet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server as programs see it.
 *
 * @param state critical, warning, silent, info, waiting (never heard of yet), up or retired
 * @param demo whether it is made up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServerEntry(
        String code,
        String name,
        String state,
        @Nullable String address,
        String owner,
        String environment,
        @Nullable Integer siteId,
        @Nullable String site,
        List<String> tags,
        String notes,
        @Nullable String dependsOn,
        boolean demo,
        Instant createdAt,
        @Nullable Instant retiredAt) {

    static ServerEntry of(Server server, Condition condition, @Nullable String site, @Nullable String dependsOn) {
        return new ServerEntry(
                server.code(),
                server.name(),
                condition.word(),
                server.address(),
                server.owner(),
                server.environment(),
                server.site(),
                site,
                server.tags(),
                server.notes(),
                dependsOn,
                server.demo(),
                server.createdAt(),
                server.retiredAt());
    }
}
