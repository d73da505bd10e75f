package org.cmm.server.overview;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.cmm.server.alert.OpenAlert;
import org.cmm.server.alert.OpenAlerts;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Conditions;
import org.cmm.server.fleet.Server;
import org.cmm.server.history.LatestSamples;

/** Derives how a server is from its open alerts and from when it was last heard of. */
@Singleton
class LiveConditions implements Conditions {

    static final String SILENT_RULE = "silent";

    /** An agent that saves traffic delivers every five minutes; later than that, silence shows even without a rule. */
    static final Duration LONGEST_QUIET = Duration.ofMinutes(6);

    private final LatestSamples samples;
    private final OpenAlerts alerts;
    private final InstantSource clock;

    LiveConditions(LatestSamples samples, OpenAlerts alerts, InstantSource clock) {
        this.samples = samples;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Condition of(Server server) {
        return of(server, alerts.of(server.id()));
    }

    Condition of(Server server, List<OpenAlert> open) {
        if (server.retiredAt() != null) {
            return Condition.RETIRED;
        }
        long contact = samples.lastContactMillis(server.id());
        if (contact == 0) {
            return Condition.WAITING;
        }
        boolean quiet = clock.millis() - contact > LONGEST_QUIET.toMillis();
        return worst(open, quiet);
    }

    static Condition worst(List<OpenAlert> open, boolean quiet) {
        if (quiet || open.stream().anyMatch(alert -> alert.rule().equals(SILENT_RULE))) {
            return Condition.SILENT;
        }
        if (has(open, "critical")) {
            return Condition.CRITICAL;
        }
        if (has(open, "warning")) {
            return Condition.WARNING;
        }
        return open.isEmpty() ? Condition.UP : Condition.INFO;
    }

    private static boolean has(List<OpenAlert> open, String severity) {
        return open.stream().anyMatch(alert -> alert.severity().equals(severity));
    }
}
