package org.cmm.server.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.cmm.core.random.Fixed;
import org.cmm.core.random.Law;
import org.cmm.core.random.Never;
import org.cmm.core.scenario.Crew;
import org.cmm.core.scenario.Cuts;
import org.cmm.core.scenario.MachineKind;
import org.cmm.core.scenario.Reporting;
import org.cmm.core.scenario.Scenario;
import org.cmm.core.scenario.SiteKind;
import org.cmm.core.scenario.WorkingHours;
import org.cmm.server.platform.Spelling;

/** Reads sites, machines and people of an experiment's file. */
final class WorldReader {

    static final double MOST_XAF = 1e15;
    private static final int NAME = 60;
    private static final int MOST_KINDS = 200;

    private WorldReader() {}

    static Optional<SiteKind> site(Fields fields) {
        String name = fields.text("name", NAME);
        int count = fields.whole("count", 1, SiteKind.MOST, 1);
        List<SiteKind.Stand> stands = new ArrayList<>();
        fields.object("machines", machines -> {
            List<String> kinds = machines.names();
            if (kinds.size() > MOST_KINDS) {
                machines.fault(FaultKind.COUNT, "0", Integer.toString(MOST_KINDS), Integer.toString(kinds.size()));
                return Optional.empty();
            }
            kinds.forEach(
                    kind -> stands.add(new SiteKind.Stand(kind, machines.whole(kind, 0, Scenario.MOST_MACHINES, 0))));
            return Optional.empty();
        });
        Optional<Cuts> power = fields.object("power", WorldReader::cuts);
        Optional<Cuts> link = fields.object("link", WorldReader::cuts);
        return fields.build(() -> new SiteKind(name, count, stands, power.orElse(Cuts.NONE), link.orElse(Cuts.NONE)));
    }

    private static Optional<Cuts> cuts(Fields fields) {
        Law between = fields.law("between", new Never());
        Law length = fields.ending("length", new Fixed(0));
        Duration aftermath = fields.time("aftermath", Duration.ZERO);
        return fields.build(() -> new Cuts(between, length, aftermath));
    }

    static Optional<MachineKind> machine(Fields fields) {
        String name = fields.text("name", NAME);
        double down = fields.number("down-hour-xaf", 0, MOST_XAF, 0);
        double planned = fields.number("planned-hour-xaf", 0, MOST_XAF, 0);
        var parts = fields.list("parts", 0, MachineKind.MOST_PARTS, PartReader::part);
        Names.requireDistinct(fields, "parts", parts, part -> part.name());
        return fields.build(() -> new MachineKind(name, parts, down, planned));
    }

    static Optional<Crew> crew(Fields fields) {
        OptionalInt technicians = technicians(fields);
        WorkingHours hours = hours(fields, "hours", WorkingHours.ALWAYS);
        Law travel = fields.ending("travel", new Fixed(0));
        double hour = fields.number("hour-xaf", 0, MOST_XAF, 0);
        double visit = fields.number("visit-xaf", 0, MOST_XAF, 0);
        return fields.build(() -> new Crew(technicians, hours, travel, hour, visit));
    }

    private static OptionalInt technicians(Fields fields) {
        Optional<JsonNode> given = fields.node("technicians");
        if (given.isEmpty() || given.get().asText().equals("unlimited")) {
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) fields.whole("technicians", given.get(), 1, 100_000));
    }

    static Optional<Reporting> reporting(Fields fields) {
        Law delay = fields.ending("delay", new Fixed(0));
        WorkingHours hours = hours(fields, "hours", WorkingHours.ALWAYS);
        return fields.build(() -> new Reporting(delay, hours));
    }

    private static WorkingHours hours(Fields fields, String name, WorkingHours otherwise) {
        Optional<JsonNode> given = fields.node(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        return switch (given.get().asText()) {
            case "always" -> WorkingHours.ALWAYS;
            case "office" -> WorkingHours.OFFICE;
            default -> fields.object(name, WorldReader::hours).orElse(otherwise);
        };
    }

    private static Optional<WorkingHours> hours(Fields fields) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(fields.elements("days", 1, 7, (node, path) -> {
            Optional<DayOfWeek> day = Spelling.read(DayOfWeek.class, node.asText());
            if (day.isEmpty()) {
                String all = String.join(
                        ", ",
                        Arrays.stream(DayOfWeek.values()).map(Spelling::of).toList());
                fields.faults().add(path, FaultKind.NOT_ONE_OF, all, Fields.shown(node));
            }
            return day;
        }));
        LocalTime opens = fields.parsed("opens", LocalTime.MIDNIGHT, FaultKind.NOT_CLOCK, WorldReader::clock);
        LocalTime closes = fields.parsed("closes", LocalTime.MIDNIGHT, FaultKind.NOT_CLOCK, WorldReader::clock);
        if (!closes.equals(LocalTime.MIDNIGHT) && !closes.isAfter(opens)) {
            fields.faults().add(fields.path("closes"), FaultKind.ABOVE, opens.toString(), closes.toString());
        }
        return fields.build(() -> new WorkingHours(days, opens, closes));
    }

    private static Optional<LocalTime> clock(String text) {
        if (text.equals("24:00")) {
            return Optional.of(LocalTime.MIDNIGHT);
        }
        try {
            return Optional.of(LocalTime.parse(text)).filter(time -> time.getSecond() == 0 && time.getNano() == 0);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
