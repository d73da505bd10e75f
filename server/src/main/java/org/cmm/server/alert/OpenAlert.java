package org.cmm.server.alert;

import java.time.Instant;

/**
 * An alert that has not cleared.
 *
 * @param rule id of the rule; {@code silent} when nothing has been heard of the server
 * @param subject the series it fires on, as text
 * @param severity info, warning or critical
 */
public record OpenAlert(long id, String rule, String subject, String severity, Instant since, double value) {}
