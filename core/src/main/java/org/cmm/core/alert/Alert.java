package org.cmm.core.alert;

import java.time.Instant;
import org.cmm.core.metric.Series;

/**
 * The identity of one alert of a server, from its raising to its clearing, through all changes of severity.
 *
 * @param rule id of the rule that fires
 * @param subject what it fires on
 * @param raisedAt time of the reading that ended the hold
 */
public record Alert(String rule, Series subject, Instant raisedAt) {}
