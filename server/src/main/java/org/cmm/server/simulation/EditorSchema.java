package org.cmm.server.simulation;

import java.util.Arrays;
import java.util.List;
import org.cmm.core.scenario.Part;
import org.cmm.core.scenario.Policy;
import org.cmm.core.scenario.Repair;
import org.cmm.core.simulation.Fidelity;
import org.cmm.server.platform.Spelling;

/** Which parameters the editor shows, section by section, and how each is written. */
final class EditorSchema {

    /** How a value is written on one line. */
    enum Kind {
        TEXT,
        NUMBER,
        TIME,
        LAW,
        SHARE,
        CHOICE,
        HOURS,
        CARE
    }

    /**
     * A parameter.
     *
     * @param path within its object, such as {@code repair.planned}
     * @param unit shown behind it; empty where it is written with the value
     * @param choices of a choice
     */
    record Item(String path, Kind kind, String unit, List<String> choices) {

        Item(String path, Kind kind) {
            this(path, kind, "", List.of());
        }

        static Item of(String path, String unit) {
            return new Item(path, Kind.NUMBER, unit, List.of());
        }

        static Item of(String path, Enum<?>[] choices) {
            return new Item(
                    path,
                    Kind.CHOICE,
                    "",
                    Arrays.stream(choices).map(Spelling::of).toList());
        }
    }

    static final List<Item> RUN = List.of(
            new Item("name", Kind.TEXT),
            Item.of("replications", ""),
            new Item("half-width", Kind.SHARE),
            new Item("length", Kind.TIME),
            new Item("warm-up", Kind.TIME),
            new Item("start", Kind.TEXT),
            Item.of("seed", ""),
            Item.of("fidelity", Fidelity.values()));

    static final List<Item> SITE = List.of(
            new Item("name", Kind.TEXT),
            Item.of("count", ""),
            new Item("power.between", Kind.LAW),
            new Item("power.length", Kind.LAW),
            new Item("power.aftermath", Kind.TIME),
            new Item("link.between", Kind.LAW),
            new Item("link.length", Kind.LAW));

    static final List<Item> MACHINE =
            List.of(new Item("name", Kind.TEXT), Item.of("down-hour-xaf", "XAF"), Item.of("planned-hour-xaf", "XAF"));

    static final List<Item> PART = List.of(
            new Item("name", Kind.TEXT),
            Item.of("group", Part.Group.values()),
            new Item("life", Kind.LAW),
            Item.of("stress", "×"),
            new Item("warning.length", Kind.LAW),
            new Item("warning.sign.after", Kind.LAW),
            new Item("warning.sign.sensitivity", Kind.SHARE),
            new Item("warning.sign.metric", Kind.TEXT),
            Item.of("warning.sign.usual", ""),
            Item.of("warning.sign.at-failure", ""),
            new Item("repair.corrective", Kind.LAW),
            new Item("repair.planned", Kind.LAW),
            Item.of("repair.place", Repair.Place.values()),
            Item.of("repair.corrective-xaf", "XAF"),
            Item.of("repair.planned-xaf", "XAF"),
            Item.of("stock.spares", ""),
            new Item("stock.delivery", Kind.LAW),
            Item.of("renewal", Part.Renewal.values()),
            Item.of("overlap", Part.Overlap.values()));

    static final List<Item> PEOPLE = List.of(
            Item.of("crew.technicians", ""),
            new Item("crew.hours", Kind.HOURS),
            new Item("crew.travel", Kind.LAW),
            Item.of("crew.hour-xaf", "XAF"),
            Item.of("crew.visit-xaf", "XAF"),
            new Item("reporting.delay", Kind.LAW),
            new Item("reporting.hours", Kind.HOURS));

    static final List<Item> MONITORING = List.of(
            new Item("monitoring.sampling", Kind.TIME),
            new Item("monitoring.delivery", Kind.TIME),
            new Item("monitoring.silent-after", Kind.TIME),
            Item.of("monitoring.false-alarms.per-machine-week", ""),
            new Item("monitoring.false-alarms.look", Kind.LAW),
            new Item("monitoring.false-alarms.outage-share", Kind.SHARE),
            new Item("monitoring.false-alarms.outage", Kind.LAW),
            new Item("monitoring.load.idle", Kind.SHARE),
            new Item("monitoring.load.busy", Kind.SHARE),
            new Item("monitoring.load.noise", Kind.SHARE),
            new Item("monitoring.load.memory", Kind.SHARE),
            new Item("monitoring.load.disk", Kind.SHARE));

    static final List<Item> POLICY = List.of(
            new Item("name", Kind.TEXT),
            Item.of("noticing", Policy.Noticing.values()),
            new Item("care", Kind.CARE),
            Item.of("month-xaf", "XAF"));

    private EditorSchema() {}
}
