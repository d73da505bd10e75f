package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cmm.core.scenario.Care;
import org.cmm.core.scenario.Care.When;
import org.cmm.core.scenario.Care.Work;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Repair;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.Sign;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.WorkingHours;
import org.cmm.server.platform.Spelling;

/** Writes an experiment's file with every parameter said. */
final class FileWriter {

    private FileWriter() {}

    static ObjectNode write(ExperimentFile file) {
        Scenario scenario = file.scenario();
        ObjectNode all = object();
        all.put("name", scenario.name());
        all.put("seed", file.seed());
        all.put("replications", file.replications());
        file.halfWidth().ifPresent(share -> all.put("half-width", share));
        all.put("fidelity", Spelling.of(file.fidelity()));
        all.put("start", scenario.start().toString());
        all.put("warm-up", TimeText.of(scenario.warmUp()));
        all.put("length", TimeText.of(scenario.length()));
        ArrayNode sites = all.putArray("sites");
        scenario.sites().forEach(site -> sites.add(site(site)));
        ArrayNode machines = all.putArray("machines");
        scenario.machines().forEach(machine -> machines.add(machine(machine)));
        all.set("crew", crew(scenario.crew()));
        ObjectNode reporting = all.putObject("reporting");
        reporting.set("delay", LawText.write(scenario.reporting().delay()));
        reporting.set("hours", hours(scenario.reporting().hours()));
        all.set("monitoring", MonitoringWriter.write(scenario.monitoring()));
        ArrayNode policies = all.putArray("policies");
        scenario.policies().forEach(policy -> policies.add(policy(policy)));
        if (!file.sources().isEmpty()) {
            ObjectNode sources = all.putObject("sources");
            file.sources().forEach(sources::put);
        }
        return all;
    }

    /** Where every value of a tree is, those of lists and objects among them. */
    static void paths(JsonNode node, String path, Set<String> found) {
        found.add(path);
        node.properties()
                .forEach(entry ->
                        paths(entry.getValue(), path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), found));
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            paths(node.get(index), "%s[%d]".formatted(path, index), found);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode site(SiteKind site) {
        ObjectNode all = object().put("name", site.name()).put("count", site.count());
        ObjectNode machines = all.putObject("machines");
        for (SiteKind.Stand stand : site.machines()) {
            if (machines.has(stand.kind())) {
                throw new IllegalArgumentException("site '%s': '%s' must be named once".formatted(site.name(), stand));
            }
            machines.put(stand.kind(), stand.count());
        }
        cuts(site.power()).ifPresent(cuts -> all.set("power", cuts));
        cuts(site.link()).ifPresent(cuts -> all.set("link", cuts));
        return all;
    }

    private static Optional<ObjectNode> cuts(Cuts cuts) {
        if (cuts.equals(Cuts.NONE)) {
            return Optional.empty();
        }
        ObjectNode all = object();
        all.set("between", LawText.write(cuts.between()));
        all.set("length", LawText.write(cuts.length()));
        all.put("aftermath", TimeText.of(cuts.aftermath()));
        return Optional.of(all);
    }

    private static ObjectNode machine(MachineKind machine) {
        ObjectNode all = object().put("name", machine.name())
                .put("down-hour-xaf", machine.downXafPerHour())
                .put("planned-hour-xaf", machine.plannedXafPerHour());
        ArrayNode parts = all.putArray("parts");
        machine.parts().forEach(part -> parts.add(part(part)));
        return all;
    }

    private static ObjectNode part(Part part) {
        ObjectNode all = object().put("name", part.name()).put("group", Spelling.of(part.group()));
        all.set("life", LawText.write(part.life()));
        all.put("renewal", Spelling.of(part.renewal()));
        all.put("overlap", Spelling.of(part.overlap()));
        all.put("stress", part.stress());
        part.warning().ifPresent(warning -> {
            ObjectNode written = all.putObject("warning");
            written.set("length", LawText.write(warning.length()));
            written.set("sign", sign(warning.sign()));
        });
        Repair repair = part.repair();
        ObjectNode written = all.putObject("repair");
        written.set("corrective", LawText.write(repair.corrective()));
        written.set("planned", LawText.write(repair.planned()));
        written.put("place", Spelling.of(repair.place()))
                .put("corrective-xaf", repair.correctiveXaf())
                .put("planned-xaf", repair.plannedXaf());
        part.stock().ifPresent(stock -> all.putObject("stock")
                .put("spares", stock.spares())
                .set("delivery", LawText.write(stock.delivery())));
        return all;
    }

    private static JsonNode sign(Sign sign) {
        return switch (sign) {
            case Sign.Hidden() -> JsonNodeFactory.instance.textNode("hidden");
            case Sign.Delay delay -> {
                ObjectNode all = object();
                all.set("after", LawText.write(delay.after()));
                yield all.put("sensitivity", delay.sensitivity());
            }
            case Sign.Ramp ramp ->
                object().put("metric", ramp.metric()).put("usual", ramp.usual()).put("at-failure", ramp.atFailure());
        };
    }

    private static ObjectNode crew(Crew crew) {
        ObjectNode all = object();
        crew.technicians()
                .ifPresentOrElse(count -> all.put("technicians", count), () -> all.put("technicians", "unlimited"));
        all.set("hours", hours(crew.hours()));
        all.set("travel", LawText.write(crew.travel()));
        return all.put("hour-xaf", crew.xafPerHour()).put("visit-xaf", crew.xafPerVisit());
    }

    private static JsonNode hours(WorkingHours hours) {
        if (hours.areAlways()) {
            return JsonNodeFactory.instance.textNode("always");
        }
        if (hours.equals(WorkingHours.OFFICE)) {
            return JsonNodeFactory.instance.textNode("office");
        }
        ObjectNode all = object();
        ArrayNode days = all.putArray("days");
        hours.days().stream().sorted().forEach(day -> days.add(Spelling.of(day)));
        return all.put("opens", hours.opens().toString())
                .put("closes", hours.closes().toString());
    }

    private static ObjectNode policy(Policy policy) {
        ObjectNode all = object().put("name", policy.name()).put("noticing", Spelling.of(policy.noticing()));
        all.set("care", care(policy.usual()));
        if (!policy.byPart().isEmpty()) {
            ObjectNode parts = all.putObject("by-part");
            new TreeMap<>(policy.byPart()).forEach((part, care) -> parts.set(part, care(care)));
        }
        return all.put("month-xaf", policy.xafPerMachineMonth());
    }

    private static JsonNode care(Care care) {
        return switch (care) {
            case Care.RunToFailure() -> JsonNodeFactory.instance.textNode("run-to-failure");
            case Care.OnCondition() -> JsonNodeFactory.instance.textNode("on-condition");
            case Care.ByAge(var age) -> object().put("age", TimeText.of(age));
            case Care.Periodic(When when, Work work) -> {
                ObjectNode all = object();
                switch (when) {
                    case When.Every(var time) -> all.put("every", TimeText.of(time));
                    case When.OnDates(var days) -> {
                        ArrayNode dates = all.putArray("dates");
                        days.forEach(day -> dates.add(day.toString().substring(2)));
                    }
                }
                if (work instanceof Work.Inspect inspect) {
                    ObjectNode written = all.putObject("inspect");
                    written.set("takes", LawText.write(inspect.takes()));
                    written.put("finds", inspect.finds());
                }
                yield all;
            }
        };
    }
}
