package org.cmm.server.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.alert.Level;
import org.cmm.core.alert.Rule;
import org.cmm.core.alert.Rules;
import org.cmm.core.alert.Severity;
import org.cmm.core.alert.Timing;
import org.cmm.core.metric.Metrics;
import org.cmm.core.random.Law;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Load;
import org.cmm.core.scenario.Monitoring;

/** Reads how machines are watched in an experiment's file. */
final class MonitoringReader {

    static final List<String> KINDS =
            List.of("threshold", "rate-of-change", "no-data", "restart-seen", "disk-full", "habit");

    private static final Pattern SAMPLES = Pattern.compile("([0-9]{1,2}) of ([0-9]{1,2})");
    private static final Monitoring USUAL = Monitoring.DEFAULTS;
    private static final int MOST_RULES = 100;

    private MonitoringReader() {}

    static Optional<Monitoring> monitoring(Fields fields) {
        Duration sampling = fields.time("sampling", USUAL.sampling());
        Duration delivery = fields.time("delivery", USUAL.delivery());
        Duration silentAfter = fields.time("silent-after", USUAL.silentAfter());
        List<Rule> rules = fields.has("rules")
                ? fields.list("rules", 0, MOST_RULES, MonitoringReader::rule)
                : USUAL.rules().all();
        Optional<FalseAlarms> falseAlarms = fields.object("false-alarms", MonitoringReader::falseAlarms);
        Optional<Load> load = fields.object("load", MonitoringReader::load);
        for (String name : List.of("sampling", "delivery")) {
            Duration time = name.equals("sampling") ? sampling : delivery;
            if (!time.isPositive()) {
                fields.faults().add(fields.path(name), FaultKind.ABOVE, "0 h", TimeText.of(time));
            }
        }
        if (silentAfter.compareTo(delivery) < 0) {
            String[] times = {TimeText.of(delivery), TimeText.of(silentAfter)};
            fields.faults().add(fields.path("silent-after"), FaultKind.AT_LEAST, times);
        }
        return fields.build(() -> new Monitoring(
                sampling,
                delivery,
                silentAfter,
                new Rules(rules),
                falseAlarms.orElse(USUAL.falseAlarms()),
                load.orElse(USUAL.load())));
    }

    private static Optional<FalseAlarms> falseAlarms(Fields fields) {
        FalseAlarms none = FalseAlarms.NONE;
        double weekly = fields.number("per-machine-week", 0, 1000, none.perMachineWeek());
        Law look = fields.ending("look", none.look());
        double share = fields.share("outage-share", none.outageShare());
        Law outage = fields.ending("outage", none.outage());
        return fields.build(() -> new FalseAlarms(weekly, look, share, outage));
    }

    private static Optional<Load> load(Fields fields) {
        Load office = Load.OFFICE;
        double idle = fields.share("idle", office.idle());
        double busy = fields.share("busy", office.busy());
        double noise = fields.share("noise", office.noise());
        double memory = fields.share("memory", office.memory());
        double disk = fields.share("disk", office.disk());
        return fields.build(() -> new Load(idle, busy, noise, memory, disk));
    }

    private static Optional<Rule> rule(Fields fields) {
        String id = fields.text("id", 60);
        Optional<Kind> kind = kind(fields);
        Side side = side(kind);
        List<Level> levels = fields.list("levels", 1, 3, level -> level(level, side));
        Duration raise = fields.time("raise-after", Duration.ZERO);
        Duration clear = fields.time("clear-after", Duration.ZERO);
        Duration gap = fields.time("max-gap", Duration.ofMinutes(10));
        return fields.build(() -> new Rule(id, kind.orElseThrow(), levels, new Timing(raise, clear, gap)));
    }

    /** What is written turned has a low side; what is foretold counts the time until then. */
    static Side side(Optional<Kind> kind) {
        return switch (kind.orElseGet(Kind.DiskFull::new)) {
            case Kind.Threshold(String _, Side side, Often _) -> side;
            case Kind.RateOfChange(String _, Side side, Duration _) -> side;
            case Kind.Habit(String _, Side side, Duration _) -> side;
            case Kind.DiskFull _ -> Side.LOW;
            case Kind.NoData _, Kind.RestartSeen _ -> Side.HIGH;
        };
    }

    private static Optional<Kind> kind(Fields fields) {
        String word = fields.text("kind", 20, "threshold");
        if (!KINDS.contains(word)) {
            String[] about = {String.join(", ", KINDS), "'" + Numbers.cut(word) + "'"};
            fields.faults().add(fields.path("kind"), FaultKind.NOT_ONE_OF, about);
            return Optional.empty();
        }
        String metric = word.equals("restart-seen") || word.equals("disk-full") ? "" : metric(fields);
        Side side = word.equals("no-data") || metric.isEmpty() ? Side.HIGH : fields.choice("side", Side.HIGH);
        return switch (word) {
            case "threshold" -> Optional.of(new Kind.Threshold(metric, side, often(fields)));
            case "rate-of-change" ->
                over(fields, "over", 60, 86_400).map(over -> new Kind.RateOfChange(metric, side, over));
            case "no-data" -> Optional.of(new Kind.NoData(metric));
            case "restart-seen" -> over(fields, "within", 300, 86_400).map(Kind.RestartSeen::new);
            case "habit" ->
                over(fields, "over", Kind.Habit.LEAST.toSeconds(), Kind.Habit.MOST.toSeconds())
                        .map(over -> new Kind.Habit(metric, side, over));
            default -> Optional.of(new Kind.DiskFull());
        };
    }

    private static String metric(Fields fields) {
        String metric = fields.text("metric", 100);
        if (!metric.isEmpty() && Metrics.find(metric).isEmpty()) {
            String near = Metrics.nearest(metric).map(found -> found.name()).orElse(Metrics.CPU_UTILIZATION.name());
            fields.faults().add(fields.path("metric"), FaultKind.UNKNOWN_NEAR, near);
        }
        return metric;
    }

    private static Often often(Fields fields) {
        return fields.parsed("samples", Often.EVERY, FaultKind.NOT_SAMPLES, text -> {
            Matcher samples = SAMPLES.matcher(text);
            if (!samples.matches()) {
                return Optional.empty();
            }
            int of = Integer.parseInt(samples.group(1));
            int last = Integer.parseInt(samples.group(2));
            return of >= 1 && of <= last && last <= Often.MOST ? Optional.of(new Often(of, last)) : Optional.empty();
        });
    }

    private static Optional<Duration> over(Fields fields, String name, long least, long most) {
        Duration over = fields.time(name);
        if (over.toSeconds() < least || over.toSeconds() > most) {
            String[] about = {
                TimeText.of(Duration.ofSeconds(least)), TimeText.of(Duration.ofSeconds(most)), TimeText.of(over)
            };
            fields.faults().add(fields.path(name), FaultKind.BETWEEN, about);
            return Optional.empty();
        }
        return Optional.of(over);
    }

    private static Optional<Level> level(Fields fields, Side side) {
        Severity severity = fields.choice("severity", Severity.WARNING);
        double raise = side.turned(fields.number("raise-at", -1e18, 1e18));
        double clear = side.turned(fields.number("clear-below", -1e18, 1e18));
        double free = fields.has("free-at-most") ? fields.number("free-at-most", 0, 1e18) : Double.POSITIVE_INFINITY;
        return fields.build(() -> new Level(severity, raise, clear, free));
    }
}
