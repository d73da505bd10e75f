package org.cmm.server.alert;

import java.time.Instant;

/**
 * An alert that is not over.
 *
 * @param rule id of the rule that fires; {@code silent} when the server says nothing
 * @param subject text of the series it fires on; empty for silence
 * @param severity {@code info}, {@code warning} or {@code critical}
 * @param value the reading that raised it or last moved it, in the unit of its metric; for silence the seconds since
 *     the last contact
 */
public record OpenAlert(
        long id, int serverId, String rule, String subject, String severity, Instant since, double value) {}
