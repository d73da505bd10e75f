package org.cmm.server.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice with how its delivery went, for programs.
 *
 * @param key what the counterpart knows it by when it comes a second time
 * @param incident number of the incident; left out for a digest
 * @param person name of whom it is for
 * @param state waiting, sending, sent, merged (told by the digest {@code digest}), refused, expired or dropped
 * @param digestState the state of that digest
 * @param dueAt when it may be sent, at the earliest
 * @param settledAt when its state was last settled; left out while it waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogEntry(
        long id,
        UUID key,
        @Nullable Long incident,
        String kind,
        String severity,
        String title,
        String body,
        String brief,
        String person,
        String channel,
        String address,
        String state,
        Instant happenedAt,
        Instant dueAt,
        Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable Long digest,
        @Nullable String digestState,
        List<Attempt> attempts) {

    LogEntry {
        attempts = List.copyOf(attempts);
    }

    /**
     * One try to send it.
     *
     * @param endedAt left out while it is under way
     * @param outcome accepted, retry, refused, or unknown when CMM was killed in between
     * @param detail what the counterpart said
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attempt(
            Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            String detail) {}
}
