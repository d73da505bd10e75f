package org.cmm.server.notify;

import java.time.Instant;

/**
 * A line of the delivery log.
 *
 * @param state as it is kept
 * @param look of the state: ok, warning, critical, planned or silent
 * @param stateWords in the visitor's language
 * @param attempts how many were made
 * @param lastDetail what the last one met with; may be empty
 */
record LogLine(
        long id,
        Instant at,
        String kind,
        String severity,
        String title,
        String person,
        String channel,
        String address,
        String state,
        String look,
        String stateWords,
        long attempts,
        String lastDetail) {}
