package org.cmm.server.notify;

import java.time.Instant;
import java.util.UUID;
import org.cmm.server.access.Language;

/**
 * One notice as it lies in the outbox.
 *
 * @param incident 0 when it is about several
 * @param facts JSON for programs
 * @param attempts how often it was tried before
 */
record Notice(
        long id,
        UUID key,
        long incident,
        int user,
        int channel,
        String address,
        NoticeKind kind,
        String severity,
        Language language,
        NoticeText text,
        String facts,
        Instant happenedAt,
        Instant createdAt,
        Instant expiresAt,
        int attempts) {}
