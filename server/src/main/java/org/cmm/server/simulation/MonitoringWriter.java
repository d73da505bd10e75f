package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.cmm.core.alert.Kind;
import org.cmm.core.alert.Kind.Often;
import org.cmm.core.alert.Kind.Side;
import org.cmm.core.alert.Rule;
import org.cmm.core.scenario.FalseAlarms;
import org.cmm.core.scenario.Load;
import org.cmm.core.scenario.Monitoring;
import org.cmm.server.platform.Spelling;

/** Writes how machines are watched into an experiment's file. */
final class MonitoringWriter {

    private MonitoringWriter() {}

    static ObjectNode write(Monitoring monitoring) {
        ObjectNode all = JsonNodeFactory.instance
                .objectNode()
                .put("sampling", TimeText.of(monitoring.sampling()))
                .put("delivery", TimeText.of(monitoring.delivery()))
                .put("silent-after", TimeText.of(monitoring.silentAfter()));
        ArrayNode rules = all.putArray("rules");
        monitoring.rules().all().forEach(rule -> rules.add(rule(rule)));
        FalseAlarms alarms = monitoring.falseAlarms();
        ObjectNode written = all.putObject("false-alarms").put("per-machine-week", alarms.perMachineWeek());
        written.set("look", LawText.write(alarms.look()));
        written.put("outage-share", alarms.outageShare());
        written.set("outage", LawText.write(alarms.outage()));
        Load load = monitoring.load();
        all.putObject("load")
                .put("idle", load.idle())
                .put("busy", load.busy())
                .put("noise", load.noise())
                .put("memory", load.memory())
                .put("disk", load.disk());
        return all;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode all = JsonNodeFactory.instance.objectNode().put("id", rule.id());
        switch (rule.kind()) {
            case Kind.Threshold(String metric, Side side, Often often) -> {
                of(all, "threshold", metric).put("side", Spelling.of(side));
                all.put("samples", often.of() + " of " + often.last());
            }
            case Kind.RateOfChange(String metric, Side side, Duration over) ->
                of(all, "rate-of-change", metric).put("side", Spelling.of(side)).put("over", TimeText.of(over));
            case Kind.NoData(String metric) -> of(all, "no-data", metric);
            case Kind.RestartSeen(Duration within) ->
                all.put("kind", "restart-seen").put("within", TimeText.of(within));
            case Kind.DiskFull() -> all.put("kind", "disk-full");
            case Kind.Habit(String metric, Side side, Duration over) ->
                of(all, "habit", metric).put("side", Spelling.of(side)).put("over", TimeText.of(over));
        }
        Side side = MonitoringReader.side(Optional.of(rule.kind()));
        ArrayNode levels = all.putArray("levels");
        rule.levels().forEach(level -> {
            ObjectNode written = levels.addObject()
                    .put("severity", Spelling.of(level.severity()))
                    .put("raise-at", side.turned(level.raiseAt()))
                    .put("clear-below", side.turned(level.clearBelow()));
            if (Double.isFinite(level.freeAtMost())) {
                written.put("free-at-most", level.freeAtMost());
            }
        });
        return all.put("raise-after", TimeText.of(rule.timing().raiseAfter()))
                .put("clear-after", TimeText.of(rule.timing().clearAfter()))
                .put("max-gap", TimeText.of(rule.timing().maxGap()));
    }

    private static ObjectNode of(ObjectNode all, String kind, String metric) {
        return all.put("kind", kind).put("metric", metric);
    }
}
