package org.cmm.server.notify;

import java.time.Instant;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;

/**
 * A notice that is to be put into the outbox.
 *
 * @param step of an escalation; 0 when it is none
 * @param facts JSON for programs
 * @param dueAt when it may be sent, at the earliest
 */
record NoticeDraft(
        long event,
        long incident,
        int step,
        int user,
        int channel,
        String address,
        NoticeKind kind,
        Severity severity,
        Language language,
        NoticeText text,
        String facts,
        Instant happenedAt,
        Instant dueAt,
        Instant expiresAt) {}
