package org.cmm.server.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cmm.core.metric.Metrics;
import org.cmm.core.metric.Series;
import org.cmm.core.metric.Unit;
import org.cmm.server.alert.Measure;
import org.cmm.server.alert.Measure.Sort;
import org.cmm.server.alert.OpenAlert;
import org.cmm.server.fleet.Condition;
import org.cmm.server.forecast.ForecastWords;
import org.cmm.server.forecast.Forecasts.FullBetween;
import org.cmm.server.intake.Processes;
import org.cmm.server.platform.Figures;

/** Says in a line why a machine is in its state. */
final class Reasons {

    /** Agents look every six minutes while a machine is busy. */
    private static final Duration FRESH = Duration.ofMinutes(8);

    /** So far below the reading that raised an alert, the present one no longer explains it. */
    private static final double BACK = 0.1;

    private static final double MOSTLY = 0.2;

    private static final Measure UNKNOWN = new Measure(Unit.COUNT, Sort.HIGH);

    private final Wording wording;
    private final Instant now;

    Reasons(Wording wording, Instant now) {
        this.wording = wording;
        this.now = now;
    }

    /** The line; empty when all is well. */
    String of(Machine machine) {
        OverviewMessages words = wording.words();
        if (machine.condition() == Condition.WAITING) {
            return words.reasonWaiting();
        }
        if (machine.condition() == Condition.SILENT) {
            return words.reasonSilent(figures(machine).since(silentSince(machine), now));
        }
        if (machine.alerts().isEmpty() || machine.condition() == Condition.RETIRED) {
            return "";
        }
        String reason = of(machine, machine.alerts().getFirst());
        int more = machine.alerts().size() - 1;
        return more == 0 ? reason : words.reasonMore(reason, more);
    }

    /** The reason with the process that uses most of what is scarce, when the agent saw it a moment ago. */
    String withCulprit(String reason, Machine machine, Optional<Processes.Snapshot> seen) {
        Optional<Processes.Snapshot> fresh = seen.filter(
                        snapshot -> snapshot.at().isAfter(now.minus(FRESH)))
                .filter(snapshot -> machine.alerts().size() == 1);
        String metric =
                machine.alerts().isEmpty() ? "" : metric(machine.alerts().getFirst());
        Figures figures = figures(machine);
        if (metric.equals(Metrics.CPU_UTILIZATION.name())) {
            return fresh.flatMap(snapshot -> snapshot.byCpu().stream().findFirst())
                    .filter(process -> process.cpu() >= MOSTLY)
                    .map(process -> wording.words().culprit(reason, process.name(), figures.percent(process.cpu())))
                    .orElse(reason);
        }
        if (metric.equals(Metrics.MEMORY_UTILIZATION.name())) {
            return fresh.flatMap(snapshot -> snapshot.byMemory().stream().findFirst())
                    .map(process ->
                            wording.words().culprit(reason, process.name(), figures.bytes(process.memoryBytes())))
                    .orElse(reason);
        }
        return reason;
    }

    String shape(OpenAlert alert) {
        return alert.rule().equals(LiveConditions.SILENT_RULE) ? Condition.SILENT.shape() : alert.severity();
    }

    static String metric(OpenAlert alert) {
        return alert.subject().split("\\{", 2)[0];
    }

    String of(Machine machine, OpenAlert alert) {
        if (alert.rule().equals(LiveConditions.SILENT_RULE)) {
            return wording.words().reasonSilent(figures(machine).since(silentSince(machine), now));
        }
        Optional<FullBetween> full = machine.foretold().get(alert.id());
        if (full != null) {
            return foretold(machine, alert, full);
        }
        Figures figures = figures(machine);
        String since = figures.duration(Duration.between(alert.since(), now));
        Measure measure = machine.measures().getOrDefault(alert.id(), UNKNOWN);
        if (measure.sort() != Sort.HIGH) {
            return of(alert, measure, figures, since);
        }
        String metric = metric(alert);
        OverviewMessages words = wording.words();
        String peak = measure.text(alert.value(), figures);
        if (metric.equals(Metrics.CPU_UTILIZATION.name())) {
            double cpu = newest(machine.readings().cpu(), alert);
            return isBack(cpu, alert)
                    ? words.reasonCpuBack(peak, figures.percent(cpu), since)
                    : words.reasonCpu(figures.percent(cpu), since);
        }
        if (metric.equals(Metrics.MEMORY_UTILIZATION.name())) {
            double memory = newest(machine.readings().memory(), alert);
            return isBack(memory, alert)
                    ? words.reasonMemoryBack(peak, figures.percent(memory), since)
                    : words.reasonMemory(figures.percent(memory), since);
        }
        if (metric.equals(Metrics.FILESYSTEM_UTILIZATION.name())) {
            return words.reasonDisk(Readings.mountPoint(alert.subject()), peak, since);
        }
        return words.reasonHigh(name(alert), peak, since);
    }

    private String foretold(Machine machine, OpenAlert alert, Optional<FullBetween> full) {
        ForecastWords words = ForecastWords.of(wording.language(), wording.zone(machine.site()));
        return words.disk(Readings.mountPoint(alert.subject())) + " " + words.full(full, alert.value(), now);
    }

    /** Of what is not a high value. */
    private String of(OpenAlert alert, Measure measure, Figures figures, String since) {
        OverviewMessages words = wording.words();
        String value = measure.text(alert.value(), figures);
        return switch (measure.sort()) {
            case HIGH -> words.reasonHigh(name(alert), value, since);
            case LOW -> words.reasonLow(name(alert), value, since);
            case RISE -> words.reasonRise(name(alert), value, since);
            case FALL -> words.reasonFall(name(alert), value, since);
            case MISSING -> words.reasonMissing(name(alert), figures.duration(missing(alert)));
            case RESTARTS -> words.reasonRestarts(value, since);
            case UNUSUAL -> words.reasonUnusual(name(alert), value, since);
        };
    }

    /** The value is for how long the reading was missing when that was told. */
    private Duration missing(OpenAlert alert) {
        return Duration.between(alert.since(), now).plusSeconds(Math.round(alert.value()));
    }

    /** {@code Disk space used /home}. */
    private String name(OpenAlert alert) {
        String part =
                String.join(", ", Series.parse(alert.subject()).attributes().values());
        return (Measure.name(metric(alert), wording.language()) + " " + part).strip();
    }

    private static boolean isBack(double reading, OpenAlert alert) {
        return reading < alert.value() - BACK;
    }

    private static double newest(double reading, OpenAlert alert) {
        return Double.isNaN(reading) ? alert.value() : reading;
    }

    private static Instant silentSince(Machine machine) {
        return Instant.ofEpochMilli(machine.contactMillis());
    }

    private Figures figures(Machine machine) {
        return wording.figures(machine.site());
    }
}
