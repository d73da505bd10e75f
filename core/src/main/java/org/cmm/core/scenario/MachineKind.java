package org.cmm.core.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Machines that are alike.
 *
 * @param parts what can fail, each by itself; a machine is up while none has failed and nobody works on it
 * @param downXafPerHour what an hour costs in which the machine fails its users: idle staff and service lost
 * @param plannedXafPerHour the same of an hour that was planned, when people have other work to do
 */
public record MachineKind(String name, List<Part> parts, double downXafPerHour, double plannedXafPerHour) {

    public static final int MOST_PARTS = 40;

    public MachineKind {
        parts = List.copyOf(parts);
        Check.text("machine", "name", name, 60);
        String thing = "machine '%s'".formatted(name);
        Check.that(
                parts.size() <= MOST_PARTS,
                thing,
                "must have at most %d parts, had %d".formatted(MOST_PARTS, parts.size()));
        Check.amount(thing, "cost of an hour down", downXafPerHour);
        Check.amount(thing, "cost of a planned hour", plannedXafPerHour);
        Set<String> names = new HashSet<>();
        parts.forEach(part ->
                Check.that(names.add(part.name()), thing, "the part '%s' must be named once".formatted(part.name())));
    }
}
