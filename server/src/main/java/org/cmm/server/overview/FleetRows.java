package org.cmm.server.overview;

import java.time.Duration;
import java.time.Instant;
import org.cmm.core.metric.Metric;
import org.cmm.core.metric.Metrics;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Site;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.platform.Figures;

/** Writes machines as rows, in one language and for one moment. */
final class FleetRows {

    private static final String ABSENT = "–";

    private final Wording wording;
    private final LatestSamples samples;
    private final Instant now;
    private final Reasons reasons;

    FleetRows(Wording wording, LatestSamples samples, Instant now) {
        this.wording = wording;
        this.samples = samples;
        this.now = now;
        this.reasons = new Reasons(wording, now);
    }

    FleetRow row(Machine machine) {
        boolean mute = mute(machine.condition());
        Readings readings = mute ? Readings.NONE : machine.readings();
        Site site = machine.site();
        OverviewMessages words = wording.words();
        String disk = readings.mountPoint().isEmpty() ? words.disk() : words.diskAt(readings.mountPoint());
        return new FleetRow(
                machine.server().code(),
                machine.server().name(),
                machine.condition().shape(),
                wording.of(machine.condition()),
                reasons.of(machine),
                site == null ? "" : site.name(),
                mute,
                machine.server().demo(),
                meter(machine, words.cpu(), readings.cpu(), Metrics.CPU_UTILIZATION),
                meter(machine, words.memory(), readings.memory(), Metrics.MEMORY_UTILIZATION),
                meter(machine, disk, readings.disk(), Metrics.FILESYSTEM_UTILIZATION),
                mute ? "" : Sparkline.path(samples.cpuLastHour(machine.server().id())),
                uptime(machine, readings));
    }

    /** Values from before a silence say nothing about now. */
    static boolean mute(Condition condition) {
        return condition == Condition.SILENT || condition == Condition.WAITING || condition == Condition.RETIRED;
    }

    private Meter meter(Machine machine, String label, double ratio, Metric metric) {
        if (Double.isNaN(ratio)) {
            return new Meter(label, ABSENT, 0, "");
        }
        int width = (int) Math.round(Math.clamp(ratio, 0, 1) * 100);
        return new Meter(label, wording.figures(machine.site()).percent(ratio), width, level(machine, metric));
    }

    private static String level(Machine machine, Metric metric) {
        return machine.alerts().stream()
                .filter(alert -> alert.subject().startsWith(metric.name()))
                .map(alert -> alert.severity().equals("info") ? "" : alert.severity())
                .findFirst()
                .orElse("");
    }

    private String uptime(Machine machine, Readings readings) {
        Figures figures = wording.figures(machine.site());
        if (machine.condition() == Condition.SILENT) {
            return wording.words().last(figures.since(Instant.ofEpochMilli(machine.contactMillis()), now));
        }
        return Double.isNaN(readings.uptime())
                ? ABSENT
                : figures.duration(Duration.ofSeconds((long) readings.uptime()));
    }
}
