package org.cmm.server.overview;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.OpenAlert;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.jspecify.annotations.Nullable;

/**
 * A server as it is at this moment.
 *
 * @param alerts worst first
 * @param measures what the values of its alerts on metrics are, by the number of the alert
 * @param contactMillis when CMM last heard of it, milliseconds since 1970; 0 when never
 * @param foretold by the numbers of those alerts that are about what will be: when that is, if anybody can tell
 */
record Machine(
        Server server,
        @Nullable Site site,
        Condition condition,
        List<OpenAlert> alerts,
        Map<Long, Measure> measures,
        Readings readings,
        long contactMillis,
        Map<Long, Optional<FullBetween>> foretold) {}
