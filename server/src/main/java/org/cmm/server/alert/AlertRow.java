package org.cmm.server.alert;

import java.time.Duration;
import java.time.Instant;

/**
 * An alert on a page.
 *
 * @param kind its look: {@code critical}, {@code warning}, {@code info} or {@code silent}
 * @param server code of the server
 * @param rule the rule in words
 * @param part which of the machine's parts; empty for the whole machine
 * @param level what the value is held against; may be empty
 * @param end why it is over; empty while it is open
 */
record AlertRow(
        long id,
        String kind,
        String server,
        String serverName,
        String rule,
        String part,
        String value,
        String level,
        Instant since,
        Duration lasted,
        String end) {}
