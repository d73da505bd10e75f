package org.cmm.server.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is kept, over or not.
 *
 * @param worst the highest severity that it had
 * @param clearedAt null while it is open
 * @param unknown whether its machine is silent, so that nobody knows whether it still is so
 * @param cause why it is over: {@code recovered}, {@code rule-changed} or {@code closed-by-person}; empty while it is
 *     open
 * @param closedBy who closed it; empty when nobody did
 */
record AlertRecord(
        long id,
        int server,
        String rule,
        String subject,
        String severity,
        String worst,
        double value,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        boolean unknown,
        String cause,
        String closedBy) {}
